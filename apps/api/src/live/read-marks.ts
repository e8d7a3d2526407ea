import { sql, type Tx } from '../database/sql.js';
import type { Mark } from './changes.js';

/** So many of the newest runs are looked at each time, and so many events and deeds. */
export const NEWEST_RUNS = 300;
const NEWEST_EVENTS = 100;
const NEWEST_DEEDS = 30;

/**
 * How the newest runs, the given older ones, the newest events and deeds, and all connections stand: one statement, by
 * index, of bounded size. Of runs that are at work, the journal is counted, so that each step shows.
 */
export function readMarks(tx: Tx, following: readonly string[]): Promise<Mark[]> {
  return sql<Mark>(
    tx,
    `with looked as (
       (select id, status, due_at from run order by id desc limit ${NEWEST_RUNS})
       union
       select id, status, due_at from run where id = any($1)
     )
     select 'run' as kind, id::text, status as state,
       concat(due_at, case when status = 'running' then (
         select concat(count(*), ' ', count(plan), ' ', count(finished_at), ' ', sum(attempts))
         from step where step.run_id = looked.id
       ) end) as mark
     from looked
     union all
     (select 'event', id::text, status, '' from event order by seq desc limit ${NEWEST_EVENTS})
     union all
     (select 'deed', id::text, action, subject from audit order by at desc limit ${NEWEST_DEEDS})
     union all
     select 'connection', id::text, status, concat(name, updated_at) from connection`,
    [following],
  );
}

/** Runs that have not ended, however old; the newest of each status. */
export async function readOpenRuns(tx: Tx): Promise<string[]> {
  const newest = (status: string): string =>
    `(select id::text from run where status = '${status}' order by id desc limit 100)`;
  const rows = await sql<{ id: string }>(tx, ['waiting', 'running', 'queued'].map(newest).join(' union all '));
  return rows.map(({ id }) => id);
}
