import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { Problem } from '../http/problem.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { RetryRun } from './retry-run.js';
import type { RetryMode } from './retryable.js';

const FEED_EVERY_MS = 1_000;
/** So many runs of a batch are under way at a time: what is stopped stops soon, and live work finds room. */
const AT_A_TIME = 50;

/**
 * Takes up the runs of retry batches, a few at a time, each in its own lane. All that it knows is rows, so any process
 * goes on where another has died; a run is taken up and ticked off in one commit, so none is taken up twice.
 */
@Injectable()
export class RetryBatchFeeder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Retries');
  private timer: NodeJS.Timeout | undefined;
  private feeding = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly retryRun: RetryRun,
    private readonly waker: LaneWaker,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.feeding = this.feeding.then(() => this.feed());
    }, FEED_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.feeding;
  }

  private async feed(): Promise<void> {
    try {
      for (const { id, mode } of await this.running()) await this.feedBatch(id, mode);
    } catch (error) {
      this.logger.warn(`Could not go on with retries: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  private running(): Promise<{ id: string; mode: RetryMode }[]> {
    return sql(
      this.dataSource.manager,
      `select id, mode from retry_batch where status = 'running' order by created_at`,
    );
  }

  private async feedBatch(batchId: string, mode: RetryMode): Promise<void> {
    const atWork = await this.atWork(batchId);
    for (let room = AT_A_TIME - atWork; room > 0; room--) {
      const taken = await this.takeNext(batchId, mode);
      if (taken === 'none') return this.finishIfDone(batchId);
    }
  }

  /** Runs that wait because their recipe says so need nobody's patience; those that wait for a retry do. */
  private async atWork(batchId: string): Promise<number> {
    const row = await sqlOne<{ count: number }>(
      this.dataSource.manager,
      `select count(*)::int as count from retry_batch_run r join run on run.id = r.retried_as
       where r.batch_id = $1 and ${AT_WORK}`,
      [batchId],
    );
    return row?.count ?? 0;
  }

  private async takeNext(batchId: string, mode: RetryMode): Promise<'taken' | 'none'> {
    const lane = await this.dataSource.transaction(async (tx) => {
      const next = await nextOf(tx, batchId);
      if (!next) return undefined;
      const { id, lane, refused } = await this.tryRetry(tx, next.run_id, mode);
      await tx.query(`update retry_batch_run set retried_as = $3, refused = $4 where batch_id = $1 and run_id = $2`, [
        batchId,
        next.run_id,
        id,
        refused,
      ]);
      return { lane };
    });
    if (lane?.lane) this.waker.wake(lane.lane);
    return lane ? 'taken' : 'none';
  }

  private async tryRetry(
    tx: Tx,
    runId: string,
    mode: RetryMode,
  ): Promise<{ id: string | null; lane: string | null; refused: string | null }> {
    try {
      return { ...(await this.retryRun.retryIn(tx, runId, mode)), refused: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { id: null, lane: null, refused: error.detail };
    }
  }

  private async finishIfDone(batchId: string): Promise<void> {
    await this.dataSource.query(
      `update retry_batch set status = 'finished', finished_at = now()
       where id = $1 and status = 'running' and not exists (
         select 1 from retry_batch_run r left join run on run.id = r.retried_as
         where r.batch_id = $1 and ((r.retried_as is null and r.refused is null) or ${AT_WORK}))`,
      [batchId],
    );
  }
}

const AT_WORK = `(run.status in ('queued', 'running')
  or (run.status = 'waiting' and run.waits_for ->> 'kind' in ('retry', 'connection')))`;

/** Locked until the transaction ends; what another process is taking up is passed over. */
const nextOf = (tx: Tx, batchId: string): Promise<{ run_id: string } | undefined> =>
  sqlOne(
    tx,
    `select r.run_id from retry_batch_run r join retry_batch batch on batch.id = r.batch_id
     where r.batch_id = $1 and batch.status = 'running' and r.retried_as is null and r.refused is null
     order by r.position limit 1 for update of r skip locked`,
    [batchId],
  );
