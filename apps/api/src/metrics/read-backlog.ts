import type { Tx } from '../database/sql.js';
import { sql, sqlOne } from '../database/sql.js';

/** What waits in the database, whichever process will take it up. */
export interface Backlog {
  lanesDue: number;
  lanesHeld: number;
  /** How long the lane that has waited longest has been due; 0 when none is. */
  oldestDueSeconds: number;
  eventsOpen: number;
  runsOpen: { recipe: string; status: string; count: number }[];
}

/** Reads partial indexes over what is open, so it stays as quick when there are millions of finished runs. */
export async function readBacklog(tx: Tx): Promise<Backlog> {
  const lanes = await sqlOne<{ due: number; held: number; oldest: number }>(
    tx,
    `select
       count(*) filter (where due_at <= now() and not held)::int as due,
       count(*) filter (where held)::int as held,
       coalesce(extract(epoch from now() - min(due_at) filter (where due_at <= now() and not held)), 0)::float8 as oldest
     from (select due_at, coalesce(lease_until >= now(), false) as held from lane where due_at is not null) lanes`,
  );
  const events = await sqlOne<{ open: number }>(
    tx,
    `select count(*)::int as open from event where status = 'received'`,
  );
  const runsOpen = await sql<Backlog['runsOpen'][number]>(
    tx,
    `select recipe.key as recipe, run.status, count(*)::int as count from run join recipe on recipe.id = run.recipe_id
     where run.status in ('queued', 'running', 'waiting') group by 1, 2`,
  );
  return {
    lanesDue: lanes?.due ?? 0,
    lanesHeld: lanes?.held ?? 0,
    oldestDueSeconds: lanes?.oldest ?? 0,
    eventsOpen: events?.open ?? 0,
    runsOpen,
  };
}
