import { sql, sqlOne, type Tx } from '../database/sql.js';
import type { BackfillView } from './backfill-requests.js';
import type { BackfillStatus } from './backfill-status.js';
import type { Cursor, Selection } from './selection.js';

/** A row of `backfill` as PostgreSQL gives it. */
export interface BackfillRow {
  id: string;
  recipe_ids: string[];
  selection: Selection;
  status: BackfillStatus;
  reason: string | null;
  cursor: Cursor | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

type Counted = BackfillRow & { recipes: string[] } & Omit<BackfillView['documents'], 'failed'> & {
    unreadable: number;
  } & Omit<BackfillView['runs'], 'skipped'> & { runs_skipped: number };

/** Progress is counted when it is asked for: by index, over the rows of these backfills alone. */
const COUNTED = `
  select b.*, d.*, r.*,
    array(select key from recipe where id = any(b.recipe_ids) order by position, key) as recipes
  from backfill b,
  lateral (select count(*)::int as found,
      count(*) filter (where outcome is null)::int as waiting,
      count(*) filter (where outcome = 'asked')::int as asked,
      count(*) filter (where outcome = 'skipped')::int as skipped,
      count(*) filter (where outcome = 'failed')::int as unreadable
    from backfill_document where backfill_id = b.id) d,
  lateral (select
      count(*) filter (where e.status = 'received' or run.status in ('queued', 'running', 'waiting'))::int as open,
      count(*) filter (where run.status like 'succeeded%')::int as succeeded,
      count(*) filter (where e.status = 'failed' or run.status in ('failed', 'cancelled'))::int as failed,
      count(*) filter (where run.status = 'skipped')::int as runs_skipped
    from event e left join run on run.event_id = e.id and run.retry_of is null where e.backfill_id = b.id) r`;

export async function newestBackfills(tx: Tx, limit: number): Promise<BackfillView[]> {
  const rows = await sql<Counted>(
    tx,
    `${COUNTED} where b.id in (select id from backfill order by id desc limit $1) order by b.id desc`,
    [limit],
  );
  return rows.map(viewOf);
}

export async function backfillWithProgress(tx: Tx, id: string): Promise<BackfillView | undefined> {
  const row = await sqlOne<Counted>(tx, `${COUNTED} where b.id = $1`, [id]);
  return row && viewOf(row);
}

function viewOf(row: Counted): BackfillView {
  return {
    id: row.id,
    recipes: row.recipes,
    selection: row.selection,
    status: row.status,
    reason: row.reason,
    documents: {
      found: row.found,
      waiting: row.waiting,
      asked: row.asked,
      skipped: row.skipped,
      failed: row.unreadable,
    },
    runs: { open: row.open, succeeded: row.succeeded, failed: row.failed, skipped: row.runs_skipped },
    created_at: row.created_at.toISOString(),
    started_at: row.started_at?.toISOString() ?? null,
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}
