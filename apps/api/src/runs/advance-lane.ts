import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withCallClass } from '../budget/call-class.js';
import { Clock } from '../clock/clock.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import type { EventRow } from '../ingest/event-row.js';
import { withLogFields } from '../logging/log-fields.js';
import { LEASE_SECONDS, LeaseLost, Lanes, type Lease } from '../queue/lanes.js';
import { withLease } from '../queue/lease-in-hand.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { AdvanceRun } from './advance-run.js';
import { MatchInLane } from './match-in-lane.js';
import { nextInLane, type Next, type OpenEvent, type OpenRun } from './next-in-lane.js';
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
      await withLease(
        () => this.lanes.ensureHeld(lease),
        () => this.workWhileDue(lease),
      );
      const due = await this.lanes.release(lease, (tx) => this.dueAt(tx, lane));
      if (due) this.waker.wake(lane, due);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.logger.warn(error.message);
    } finally {
      clearInterval(keepAlive);
    }
  }

  private async workWhileDue(lease: Lease): Promise<void> {
    while (!this.stopping) {
      const next = await this.next(this.dataSource.manager, lease.lane);
      switch (next.kind) {
        case 'match':
          await this.match(lease, await this.eventOf(next.eventId));
          break;
        case 'advance':
          await this.advance(lease, await this.runOf(next.runId));
          break;
        case 'rest':
          return;
      }
    }
  }

  private match(lease: Lease, event: EventRow): Promise<void> {
    const callClass = event.backfill_id === null ? 'live' : 'backfill';
    return withCallClass(callClass, () => this.matchInLane.match(lease, event));
  }

  private advance(lease: Lease, run: RunRow): Promise<void> {
    return withCallClass(run.call_class, () => this.advanceRun.advance(lease, run, () => this.stopping));
  }

  private async next(tx: Tx, lane: string): Promise<Next> {
    const events = await sql<OpenEvent>(
      tx,
      `select id, due_at from event where lane = $1 and status = 'received' order by occurred_at, seq limit 1`,
      [lane],
    );
    const runs = await sql<OpenRun>(
      tx,
      `select r.id, r.status, r.due_at, r.waits_for from run r join recipe on recipe.id = r.recipe_id
       where r.lane = $1 and r.status in ('queued', 'running', 'waiting')
       order by r.occurred_at, recipe.position, r.seq`,
      [lane],
    );
    return nextInLane(events, runs, this.clock.now());
  }

  private async dueAt(tx: Tx, lane: string): Promise<Date | null> {
    const next = await this.next(tx, lane);
    return next.kind === 'rest' ? next.until : this.clock.now();
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
