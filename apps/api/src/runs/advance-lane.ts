import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withCallClass } from '../budget/call-class.js';
import { Clock } from '../clock/clock.js';
import { sqlOne } from '../database/sql.js';
import type { EventRow } from '../ingest/event-row.js';
import { withLogFields } from '../logging/log-fields.js';
import { LEASE_SECONDS, LeaseLost, Lanes, type Lease } from '../queue/lanes.js';
import { withLease } from '../queue/lease-in-hand.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { AdvanceRun } from './advance-run.js';
import { MatchInLane } from './match-in-lane.js';
import { nextInLane } from './next-in-lane.js';
import { OpenWork, waitsForEvent } from './open-work.js';
import { RUN_WITH_SCOPE, type RunRow } from './run-row.js';

/** Works off a woken lane: events are matched, runs advanced, one at a time, until nothing is due. */
@Injectable()
export class AdvanceLane implements OnModuleDestroy {
  private readonly logger = new Logger('Lane');
  private readonly owner = randomUUID();
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly openWork: OpenWork,
    private readonly waker: LaneWaker,
    private readonly matchInLane: MatchInLane,
    private readonly advanceRun: AdvanceRun,
    private readonly clock: Clock,
  ) {}

  /** From here on every lane is handed back after its present step. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Does nothing when another worker holds the lane: whoever holds it looks again before letting go. */
  work(lane: string): Promise<void> {
    return withLogFields({ lane }, () => this.workOnce(lane));
  }

  private async workOnce(lane: string): Promise<void> {
    const lease = await this.lanes.claim(lane, this.owner);
    if (!lease) return;
    const keepAlive = setInterval(() => void this.renew(lease), (LEASE_SECONDS * 1000) / 3);
    try {
      const due = await withLease(
        () => this.lanes.ensureHeld(lease),
        () => this.workWhileDue(lease),
      );
      if (due) this.waker.wake(lane, due);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.logger.warn(error.message);
    } finally {
      clearInterval(keepAlive);
    }
  }

  /** Until the lane is given back; answers when it has work next. */
  private async workWhileDue(lease: Lease): Promise<Date | null> {
    for (;;) {
      const { marks, events, runs } = await this.openWork.of(lease.lane);
      const next = nextInLane(events, runs, this.clock.now());
      if (next.kind === 'rest' || this.stopping) {
        const due = next.kind === 'rest' ? next.until : this.clock.now();
        if (await this.lanes.letGo(lease, marks, due)) return due;
      } else if (next.kind === 'match') {
        await this.match(lease, await this.eventOf(next.eventId), runs.some(waitsForEvent));
      } else {
        await this.advance(lease, await this.runOf(next.runId));
      }
    }
  }

  private match(lease: Lease, event: EventRow, isAwaited: boolean): Promise<void> {
    const callClass = event.backfill_id === null ? 'live' : 'backfill';
    return withCallClass(callClass, () => this.matchInLane.match(lease, event, isAwaited));
  }

  private advance(lease: Lease, run: RunRow): Promise<void> {
    return withCallClass(run.call_class, () => this.advanceRun.advance(lease, run, () => this.stopping));
  }

  private async renew(lease: Lease): Promise<void> {
    try {
      await this.lanes.renew(lease);
    } catch (error) {
      this.logger.warn(
        `Could not keep lane ${lease.lane}: ${error instanceof Error ? error.message : 'unknown error'}`,
      );
    }
  }

  private eventOf(id: string): Promise<EventRow> {
    return this.existing(`select * from event where id = $1`, id);
  }

  private runOf(id: string): Promise<RunRow> {
    return this.existing(`${RUN_WITH_SCOPE} where run.id = $1`, id);
  }

  private async existing<Row extends object>(statement: string, id: string): Promise<Row> {
    const row = await sqlOne<Row>(this.dataSource.manager, statement, [id]);
    if (!row) throw new Error(`Row ${id} went away while its lane was held`);
    return row;
  }
}
