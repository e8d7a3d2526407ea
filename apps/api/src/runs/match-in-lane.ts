import { Injectable, Logger } from '@nestjs/common';
import { BudgetSpent } from '@tandem/connectors';
import { Clock } from '../clock/clock.js';
import { isBrokenOff } from '../database/is-unavailable.js';
import type { EventRow } from '../ingest/event-row.js';
import { withLogFields } from '../logging/log-fields.js';
import { MatchEvent } from '../matching/match-event.js';
import type { StartedRun } from '../matching/start-runs.js';
import { Meters } from '../metrics/meters.js';
import { Lanes, LeaseLost, type Lease } from '../queue/lanes.js';
import { ResumeWaits } from './resume-waits.js';
import type { RunRow } from './run-row.js';
import { outcomeOf } from './step-error.js';

/** A paused connection wakes what waits for it; this is only how long we wait if that is missed. */
const LOOK_AGAIN_AFTER_MS = 15 * 60_000;

/** What the lane's holder has seen. */
interface Matching {
  /** The event only reports what Tandem wrote itself. */
  isEcho: boolean;
  /** A run of the lane waits for some event, perhaps for this one. */
  isAwaited: boolean;
  /** Nothing else is open in the lane, so the first of the runs begins at once. */
  isAlone: boolean;
}

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

  /**
   * Answers the runs that it started; undefined when it is not matched yet, or goes on in another lane.
   */
  match(lease: Lease, event: EventRow, how: Matching): Promise<RunRow[] | undefined> {
    return withLogFields({ event_id: event.id }, () => this.matchOnce(lease, event, how));
  }

  private async matchOnce(
    lease: Lease,
    event: EventRow,
    { isEcho, isAwaited, isAlone }: Matching,
  ): Promise<RunRow[] | undefined> {
    try {
      if (isAwaited) await this.resumeWaits.forEvent(lease, event);
      const matched = await this.matchEvent.match(lease, event, { isEcho, beginAt: isAlone ? this.clock.now() : null });
      if (matched) this.meters.eventClosed(event.connector, matched.status);
      return matched?.started.map((run) => toRunRow(event, run));
    } catch (error) {
      if (error instanceof LeaseLost || isBrokenOff(error)) throw error;
      if (error instanceof BudgetSpent) await this.queueForCalls(lease, event, error);
      else await this.failed(lease, event, error);
      return undefined;
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

/** The row as it was just written. */
const toRunRow = (event: EventRow, started: StartedRun): RunRow => ({
  ...started,
  event_id: event.id,
  retry_of: null,
  undo_of: null,
  lane: event.lane,
  call_class: event.backfill_id === null ? 'live' : 'backfill',
  status: started.started_at === null ? 'queued' : 'running',
  reason: null,
  error: null,
  failure_group: null,
  occurred_at: event.occurred_at,
  attempts: 0,
  due_at: null,
  waits_for: null,
  finished_at: null,
});
