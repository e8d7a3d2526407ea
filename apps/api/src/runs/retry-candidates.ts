import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sql, type Tx } from '../database/sql.js';
import { Where } from '../database/where.js';
import {
  BATCH_LIMIT,
  type LeftOutReason,
  type RetryBatchBody,
  type RetryBatchPreview,
} from './retry-batch-requests.js';
import { RETRYABLE } from './retryable.js';
import { searchRuns } from './run-text.js';

const SAMPLE = 20;

interface Candidate {
  id: string;
  left_out: LeftOutReason | null;
}
type SampleRow = Omit<RetryBatchPreview['sample'][number], 'recipe' | 'document'> & {
  recipe_key: string;
  recipe_name: string;
  recipe_version: number;
  document_id: string | null;
  document_name: string | null;
};

/** Which runs a wish to retry many of them means, and which of these had better be left alone. */
@Injectable()
export class RetryCandidates {
  constructor(private readonly dataSource: DataSource) {}

  /** Looks only. The plan of each run is asked for one by one, since it costs calls of the remotes. */
  async preview(wish: RetryBatchBody): Promise<RetryBatchPreview> {
    const { manager } = this.dataSource;
    const { where, isComplete } = await whereWished(manager, wish);
    const candidates = await sql<Candidate>(manager, candidatesOf(where, wish.mode), where.parameters);
    const chosen = candidates.filter(({ left_out }) => left_out === null).map(({ id }) => id);
    return {
      run_ids: chosen.slice(0, BATCH_LIMIT),
      left_out: countLeftOut(candidates),
      is_complete: isComplete && candidates.length <= BATCH_LIMIT,
      sample: await sampleOf(manager, chosen.slice(0, SAMPLE)),
    };
  }
}

async function whereWished(tx: Tx, wish: RetryBatchBody): Promise<{ where: Where; isComplete: boolean }> {
  if (wish.filter === undefined) {
    return { where: new Where().and('run.id = any(?::uuid[])', wish.run_ids), isComplete: true };
  }
  const { where, end } = await searchRuns(tx, { ...wish.filter, status: wish.filter.status ?? 'failed' });
  return { where, isComplete: end === undefined };
}

/** One more than the limit is asked for, to know whether there are more. */
function candidatesOf(where: Where, mode: RetryBatchBody['mode']): string {
  const isNext = `later.id > wished.id and later.status in (${UNDER_WAY_OR_DONE})`;
  return `
    with wished as (select run.* from run ${where.text} order by run.id desc limit ${BATCH_LIMIT + 1})
    select wished.id, case
      when wished.status in ('queued', 'running', 'waiting') then 'open'
      when wished.status <> all (${where.parameter(RETRYABLE[mode])}) then 'not_resumable'
      when exists (select 1 from run later where later.retry_of = wished.id and ${isNext}) then 'retried'
      when exists (select 1 from run later where later.document_id = wished.document_id
        and later.recipe_id = wished.recipe_id and later.occurred_at > wished.occurred_at and ${isNext}) then 'superseded'
      end as left_out
    from wished order by wished.occurred_at, wished.id`;
}

const UNDER_WAY_OR_DONE = `'queued', 'running', 'waiting', 'succeeded', 'succeeded_with_differences'`;

function countLeftOut(candidates: Candidate[]): RetryBatchPreview['left_out'] {
  const counts = new Map<LeftOutReason, number>();
  for (const { left_out: reason } of candidates) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count }));
}

async function sampleOf(tx: Tx, ids: string[]): Promise<RetryBatchPreview['sample']> {
  const rows = await sql<SampleRow>(
    tx,
    `select run.id, run.deal_id, run.document_id, run.document_name, run.recipe_version,
       recipe.key as recipe_key, v.content ->> 'name' as recipe_name
     from run
     join recipe on recipe.id = run.recipe_id
     join recipe_version v on v.recipe_id = run.recipe_id and v.version = run.recipe_version
     where run.id = any($1) order by run.occurred_at, run.id`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    recipe: { key: row.recipe_key, name: row.recipe_name, version: row.recipe_version },
    document: row.document_id === null ? null : { id: row.document_id, name: row.document_name },
    deal_id: row.deal_id,
  }));
}
