import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { sql, type Tx } from '../database/sql.js';
import { conflict, notFound } from '../http/problem.js';
import type { RetryBatch, RetryBatchBody } from './retry-batch-requests.js';
import { RetryCandidates } from './retry-candidates.js';

const SHOWN = 10;
const KEPT_DAYS = 90;

type BatchRow = Omit<RetryBatch, 'created_at' | 'finished_at'> & { created_at: Date; finished_at: Date | null };

/** Runs that are retried together: asked for, looked at and stopped here; RetryBatchFeeder works them off. */
@Injectable()
export class RetryBatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly candidates: RetryCandidates,
  ) {}

  /** Fixes which runs are retried; they are taken up from now on. Throws 409 when there is none. */
  async start(wish: RetryBatchBody): Promise<RetryBatch> {
    const { run_ids: runIds } = await this.candidates.preview(wish);
    if (runIds.length === 0) throw conflict(said`None of these runs can be retried; the preview says why.`);
    const id = uuid();
    await this.dataSource.transaction(async (tx) => {
      await tx.query(`delete from retry_batch where created_at < now() - make_interval(days => $1)`, [KEPT_DAYS]);
      await tx.query(`insert into retry_batch (id, mode, status) values ($1, $2, 'running')`, [id, wish.mode]);
      await tx.query(
        `insert into retry_batch_run (batch_id, run_id, position)
         select $1, run_id, position from unnest($2::uuid[]) with ordinality as chosen (run_id, position)`,
        [id, runIds],
      );
    });
    return this.one(id);
  }

  async latest(): Promise<{ items: RetryBatch[] }> {
    const items = await readBatches(
      this.dataSource.manager,
      `where id in (select id from retry_batch order by id desc limit ${SHOWN})`,
    );
    return { items };
  }

  /** Throws a 404 when there is no such batch. */
  async one(id: string): Promise<RetryBatch> {
    const [batch] = await readBatches(this.dataSource.manager, `where id = $1`, [id]);
    if (!batch) throw notFound(said`retry batch ${id}`);
    return batch;
  }

  /** Takes up no further run. Safe to repeat; a batch that is through stays finished. Throws 404. */
  async stop(id: string): Promise<RetryBatch> {
    await this.dataSource.query(
      `update retry_batch set status = 'stopped', finished_at = now() where id = $1 and status = 'running'`,
      [id],
    );
    return this.one(id);
  }
}

async function readBatches(tx: Tx, where: string, parameters: unknown[] = []): Promise<RetryBatch[]> {
  const rows = await sql<BatchRow>(
    tx,
    `select batch.*, progress.*,
       coalesce((select json_agg(json_build_object('message', refused, 'count', count)) from (
         select refused, count(*)::int from retry_batch_run r
         where r.batch_id = batch.id and refused is not null group by refused order by count(*) desc limit 5) common),
         '[]') as refusals
     from (select * from retry_batch ${where}) batch
     cross join lateral (
       select count(*)::int as total,
         (count(*) filter (where retried_as is null and refused is null))::int as pending,
         (count(*) filter (where refused is not null))::int as refused,
         (count(*) filter (where run.status in ('queued', 'running', 'waiting')))::int as open,
         (count(*) filter (where run.status in ('succeeded', 'succeeded_with_differences')))::int as succeeded,
         (count(*) filter (where run.status = 'failed'))::int as failed,
         (count(*) filter (where retried_as is not null and (run.id is null or run.status in ('cancelled', 'skipped'))))::int as other
       from retry_batch_run r left join run on run.id = r.retried_as where r.batch_id = batch.id) progress
     order by batch.id desc`,
    parameters,
  );
  return rows.map(({ created_at: createdAt, finished_at: finishedAt, ...same }) => ({
    ...same,
    created_at: createdAt.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
  }));
}
