import { Injectable } from '@nestjs/common';
import type { Touched } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/sql.js';
import { Lanes, LeaseLost, type Lease } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { withLease } from '../queue/lease-in-hand.js';
import { pollLane } from './poll-source.js';
import { TouchedSubjects } from './touched-subjects.js';

/** The lanes of sources: who holds one reads the source, and it has work while something is touched. */
@Injectable()
export class PollLanes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
    private readonly touched: TouchedSubjects,
    private readonly clock: Clock,
  ) {}

  /** Writes down what nudges named for these triggers, in one commit, and has them looked at. */
  async touch(connectionId: string, triggers: readonly string[], touched: readonly Touched[]): Promise<void> {
    const lanes = triggers.map((trigger) => pollLane(connectionId, trigger)).sort();
    await this.dataSource.transaction(async (tx) => {
      // The lanes first, as does whoever reads a source: the other way round, the two would wait for each other.
      for (const lane of lanes) await this.lanes.markDue(tx, lane, this.clock.now());
      await this.touched.add(tx, connectionId, triggers, touched);
    });
    for (const lane of lanes) this.waker.wake(lane);
  }

  /** Undefined when another process reads the source. */
  async claim(lane: string): Promise<Lease | undefined> {
    await this.dataSource.query(`insert into lane (key) values ($1) on conflict do nothing`, [lane]);
    return this.lanes.claim(lane, 'poller');
  }

  /** Until something is touched again. */
  async rest(lane: string): Promise<void> {
    await this.dataSource.query('update lane set due_at = null where key = $1', [lane]);
  }

  /** Every call to a remote asks first whether the lease is still held. */
  holding<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
    return withLease(() => this.lanes.ensureHeld(lease), work);
  }

  renew(lease: Lease): Promise<void> {
    return this.lanes.renew(lease);
  }

  refuseUnlessHeld(tx: Tx, lease: Lease): Promise<void> {
    return this.lanes.refuseUnlessHeld(tx, lease);
  }

  /** What was touched meanwhile is read at once; after a failure it waits for the next regular look. */
  async letGo(lease: Lease, connectionId: string, key: string, isRead: boolean): Promise<void> {
    try {
      const due = await this.lanes.release(lease, async (tx) => {
        const isDue = isRead && (await this.touched.areThere(tx, connectionId, key));
        return isDue ? this.clock.now() : null;
      });
      if (due) this.waker.wake(lease.lane);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }
}
