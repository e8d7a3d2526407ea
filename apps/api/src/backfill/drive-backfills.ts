import { said } from '@tandem/recipes';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { withCallClass } from '../budget/call-class.js';
import { Clock } from '../clock/clock.js';
import { isBrokenOff } from '../database/is-unavailable.js';
import { sql, sqlOne } from '../database/sql.js';
import { LeaseLost, Lanes, type Lease } from '../queue/lanes.js';
import { withLease } from '../queue/lease-in-hand.js';
import type { BackfillRow } from './backfill-row.js';
import { CountDocuments } from './count-documents.js';
import { FeedDocuments } from './feed-documents.js';

const LOOK_EVERY_MS = 1_000;
/** How long one backfill is driven before another has its turn. */
const TURN_MS = 5_000;
const UNTIL_A_RUN_ENDS_MS = 100;

/** Drives the backfills that are at work; each is driven by one process at a time, under a lease. */
@Injectable()
export class DriveBackfills implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Backfill');
  private readonly owner = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private driving: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly countDocuments: CountDocuments,
    private readonly feedDocuments: FeedDocuments,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.driving ??= this.driveAll().finally(() => (this.driving = undefined));
    }, LOOK_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.driving;
  }

  private async driveAll(): Promise<void> {
    try {
      const atWork = await sql<{ id: string }>(
        this.dataSource.manager,
        `select id from backfill where status in ('counting', 'running') order by id`,
      );
      for (const { id } of atWork) await this.driveOne(id);
    } catch (error) {
      this.logger.warn(`Could not look for backfills: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  private async driveOne(id: string): Promise<void> {
    const lane = `backfill:${id}`;
    await this.dataSource.query(`insert into lane (key) values ($1) on conflict do nothing`, [lane]);
    const lease = await this.lanes.claim(lane, this.owner);
    if (!lease) return;
    try {
      await withLease(
        () => this.lanes.ensureHeld(lease),
        () => withCallClass('backfill', () => this.driveForAWhile(lease, id)),
      );
      await this.lanes.release(lease, () => Promise.resolve(null));
    } catch (error) {
      if (error instanceof LeaseLost) this.logger.warn(error.message);
      else throw error;
    }
  }

  private async driveForAWhile(lease: Lease, id: string): Promise<void> {
    const until = performance.now() + TURN_MS;
    while (!this.stopping && performance.now() < until) {
      await this.lanes.renew(lease);
      const backfill = await sqlOne<BackfillRow>(this.dataSource.manager, `select * from backfill where id = $1`, [id]);
      if (backfill?.status !== 'counting' && backfill?.status !== 'running') return;
      const waitMs = await this.step(lease, backfill);
      if (waitMs === undefined) return;
      if (waitMs > 0) await pause(Math.min(waitMs, Math.max(0, until - performance.now())));
    }
  }

  /** Answers when to go on, in milliseconds; undefined: not in this turn. */
  private async step(lease: Lease, backfill: BackfillRow): Promise<number | undefined> {
    try {
      if (backfill.status === 'counting') {
        await this.countDocuments.countPage(lease, backfill);
        return 0;
      }
      const { is, waitsBecause } = await this.feedDocuments.feed(backfill);
      if (is === 'done') await this.finish(lease, backfill.id);
      else if (waitsBecause !== backfill.reason) await this.say(lease, backfill.id, waitsBecause);
      return is === 'full' ? UNTIL_A_RUN_ENDS_MS : 0;
    } catch (error) {
      if (error instanceof LeaseLost || isBrokenOff(error)) throw error;
      return this.waitAfter(lease, backfill, error);
    }
  }

  /** A remote that is away or busy is asked again; what only a person can put right pauses the backfill. */
  private async waitAfter(lease: Lease, { id, status }: BackfillRow, error: unknown): Promise<number | undefined> {
    const known = error instanceof ConnectorError ? error : undefined;
    if (known?.errorClass === 'rate_limited') return known.retryAfterMs ?? LOOK_EVERY_MS;
    const message = known?.message ?? said`Tandem made a mistake; its log holds the details.`;
    if (!known) this.logger.error(`Backfill ${id}`, error instanceof Error ? error.stack : undefined);
    if (known?.errorClass === 'transient' || (known?.errorClass === 'auth' && status === 'counting')) {
      await this.say(lease, id, message);
      return undefined;
    }
    await this.pause(lease, id, message);
    return undefined;
  }

  private async finish(lease: Lease, id: string): Promise<void> {
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(
        `update backfill set status = 'finished', reason = null, finished_at = $2 where id = $1 and status = 'running'`,
        [id, this.clock.now()],
      );
    });
  }

  private async say(lease: Lease, id: string, reason: string | null): Promise<void> {
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(`update backfill set reason = $2 where id = $1`, [id, reason]);
    });
  }

  private async pause(lease: Lease, id: string, reason: string): Promise<void> {
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(
        `update backfill set status = case status when 'running' then 'paused' else 'stopped' end, reason = $2
         where id = $1 and status in ('running', 'counting')`,
        [id, reason],
      );
    });
  }
}
