import type { Tx } from './sql.js';

const OF = {
  recipe: 'recipe_id = $1',
  connection: 'event_id in (select id from event where connection_id = $1)',
};

/**
 * Removes the runs of a recipe, or those that events of a connection started, with all that hangs on them. The tables
 * that are cut into months have no foreign keys that would do it.
 */
export async function forgetRuns(tx: Tx, of: keyof typeof OF, id: string): Promise<void> {
  await tx.query(
    `with gone as (delete from run where ${OF[of]} returning id),
       scopes as (delete from run_scope where run_id in (select id from gone)),
       steps as (delete from step where run_id in (select id from gone)),
       attempts as (delete from attempt where run_id in (select id from gone))
     delete from effect where run_id in (select id from gone)`,
    [id],
  );
}
