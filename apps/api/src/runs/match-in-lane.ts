import { Injectable, Logger } from '@nestjs/common';
import { BudgetSpent } from '@tandem/connectors';
import { Clock } from '../clock/clock.js';
import { isUnavailable } from '../database/is-unavailable.js';
import type { EventRow } from '../ingest/event-row.js';
import { withLogFields } from '../logging/log-fields.js';
import { MatchEvent } from '../matching/match-event.js';
import { Meters } from '../metrics/meters.js';
import { Lanes, LeaseLost, type Lease } from '../queue/lanes.js';
import { ResumeWaits } from './resume-waits.js';
import { outcomeOf } from './step-error.js';

/** A paused connection wakes what waits for it; this is only how long we wait if that is missed. */
const LOOK_AGAIN_AFTER_MS = 15 * 60_000;

/** Gives one event to the runs that wait for it and to the automations that it starts. */
@Injectable()
export class MatchInLane {
  private readonly logger = new Logger('Matching');

  constructor(
    private readonly matchEvent: MatchEvent,
    private readonly resumeWaits: ResumeWaits,
    private readonly lanes: Lanes,
    private readonly clock: Clock,
    private readonly meters: Meters,
  ) {}

  /** `isAwaited`: a run of the lane waits for some event, perhaps for this one. */
  match(lease: Lease, event: EventRow, isAwaited: boolean): Promise<void> {
    return withLogFields({ event_id: event.id }, () => this.matchOnce(lease, event, isAwaited));
  }

  private async matchOnce(lease: Lease, event: EventRow, isAwaited: boolean): Promise<void> {
    try {
      if (isAwaited) await this.resumeWaits.forEvent(lease, event);
      const status = await this.matchEvent.match(lease, event);
      if (status) this.meters.eventClosed(event.connector, status);
    } catch (error) {
      if (error instanceof LeaseLost || isUnavailable(error)) throw error;
      if (error instanceof BudgetSpent) await this.queueForCalls(lease, event, error);
      else await this.failed(lease, event, error);
    }
  }

  /** Nothing was tried: the event is only matched later. */
  private async queueForCalls(lease: Lease, { id }: EventRow, { message, retryAfterMs }: BudgetSpent): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + retryAfterMs);
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(`update event set reason = $2, due_at = $3 where id = $1`, [id, message, dueAt]);
    });
  }

  private async failed(lease: Lease, event: EventRow, thrown: unknown): Promise<void> {
    const now = this.clock.now();
    const attempt = event.attempts + 1;
    const outcome = outcomeOf(thrown, {
      phase: 'before_writing',
      attempt,
      firstAttemptAt: event.received_at,
      now,
      random: Math.random(),
    });
    if (outcome.error.class === 'bug') {
      this.logger.error(`Event ${event.id} could not be matched`, thrown instanceof Error ? thrown.stack : undefined);
    }
    const dueAt = outcome.kind === 'retry' ? outcome.at : new Date(now.getTime() + LOOK_AGAIN_AFTER_MS);
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(`update event set status = $2, reason = $3, attempts = $4, due_at = $5 where id = $1`, [
        event.id,
        outcome.kind === 'fail' ? 'failed' : 'received',
        outcome.error.message,
        attempt,
        outcome.kind === 'fail' ? null : dueAt,
      ]);
    });
    if (outcome.kind === 'fail') this.meters.eventClosed(event.connector, 'failed');
  }
}
