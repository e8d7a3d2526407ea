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
import { OpenWork, waitsForEvent, type OpenInLane } from './open-work.js';
import { RUN_WITH_SCOPE, type RunRow } from './run-row.js';

/** Works off a woken lane: events are matched, runs advanced, one at a time, until nothing is due. */
@Injectable()
export class AdvanceLane implements OnModuleDestroy {
  private readonly logger = new Logger('Lane');
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
    const claimed = await this.openWork.claim(lane);
    if (!claimed) return;
    const { lease, open } = claimed;
    const keepAlive = setInterval(() => void this.renew(lease), (LEASE_SECONDS * 1000) / 3);
    try {
      const due = await withLease(
        () => this.lanes.ensureHeld(lease),
        () => this.workWhileDue(lease, open),
      );
      if (due) this.waker.wake(lane, due);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.logger.warn(error.message);
    } finally {
      clearInterval(keepAlive);
    }
  }

  /** Until the lane is given back; answers when it has work next. What is open is looked for again unless it is known. */
  private async workWhileDue(lease: Lease, known: OpenInLane | undefined): Promise<Date | null> {
    for (;;) {
      const open: OpenInLane = known ?? (await this.openWork.of(lease.lane));
      known = undefined;
      const next = nextInLane(open.event ? [open.event] : [], open.runs, this.clock.now());
      if (next.kind === 'rest' || this.stopping) {
        const due = next.kind === 'rest' ? next.until : this.clock.now();
        if (await this.lanes.letGo(lease, open.marks, due)) return due;
      } else if (next.kind === 'match') {
        if (open.event) known = await this.match(lease, open, open.event);
      } else {
        const advanced = await this.advance(lease, open, next.runId);
        if (advanced === 'released') return null;
        known = advanced;
      }
    }
  }

  /** Answers what is open afterwards, if that can be told without a look. */
  private async match(lease: Lease, open: OpenInLane, event: EventRow): Promise<OpenInLane | undefined> {
    const callClass = event.backfill_id === null ? 'live' : 'backfill';
    const isAlone = open.runs.length === 0 && !open.hasMoreEvents;
    const started = await withCallClass(callClass, () =>
      this.matchInLane.match(lease, event, {
        isEcho: open.isEcho,
        isAwaited: open.runs.some(waitsForEvent),
        isAlone,
      }),
    );
    if (!started || !isAlone || lease.marks !== open.marks) return undefined;
    return { ...open, event: undefined, runs: started.map((row) => ({ ...row, row })) };
  }

  /** As match. */
  private async advance(lease: Lease, open: OpenInLane, runId: string): Promise<OpenInLane | 'released' | undefined> {
    const others = open.runs.filter(({ id }) => id !== runId);
    const known = open.runs.find(({ id }) => id === runId)?.row;
    const run = known ?? (await this.runOf(runId));
    const isLast = others.length === 0 && !open.event && !this.stopping;
    const advanced = await withCallClass(run.call_class, () =>
      this.advanceRun.advance(lease, run, {
        isBegun: known?.status === 'running',
        stopping: () => this.stopping,
        ...(isLast && { release: open.marks }),
      }),
    );
    if (advanced === 'released') return advanced;
    return advanced === 'ended' && lease.marks === open.marks ? { ...open, runs: others } : undefined;
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

  private async runOf(id: string): Promise<RunRow> {
    const row = await sqlOne<RunRow>(this.dataSource.manager, `${RUN_WITH_SCOPE} where run.id = $1`, [id]);
    if (!row) throw new Error(`Row ${id} went away while its lane was held`);
    return row;
  }
}
