import type { MadeChange } from '@tandem/connectors';
import { type Json, said } from '@tandem/recipes';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { conflict, notFound } from '../http/problem.js';
import type { RunRow, RunStatus } from './run-row.js';

const ENDED: readonly RunStatus[] = ['succeeded', 'succeeded_with_differences', 'failed', 'cancelled'];

export type UndoableRun = Omit<RunRow, 'scope'>;

/** The run, locked until the transaction ends. Throws 404, or 409 while it or an undo of it is open. */
export async function undoableRun(tx: Tx, runId: string): Promise<UndoableRun> {
  const run = await sqlOne<UndoableRun>(tx, `select * from run where id = $1 for update`, [runId]);
  if (!run) throw notFound(said`run ${runId}`);
  if (!ENDED.includes(run.status)) throw conflict(said`A run that is ${run.status} cannot be undone.`);
  const open = await sqlOne(
    tx,
    `select 1 from run where undo_of = $1 and status in ('queued', 'running', 'waiting') limit 1`,
    [runId],
  );
  if (open) throw conflict(said`This run is being undone already.`);
  return run;
}

interface EffectRow extends Omit<MadeChange, 'target'> {
  connector: string;
  target_type: string;
  target_id: string | null;
  target_label: string | null;
  currency: string | null;
  before: Json;
  after: Json;
}

/** What a run changed and what still stands by the ledger, in the order in which it was made. */
export async function standingChanges(tx: Tx, runId: string): Promise<MadeChange[]> {
  const rows = await sql<EffectRow>(
    tx,
    `select id, connector, target_type, target_id, target_label, currency, operation, property, before, after, deal_id,
            document_id
     from effect where run_id = $1 and status = 'applied' order by seq`,
    [runId],
  );
  return rows.map(({ connector, target_type: type, target_id: id, target_label: label, currency, ...change }) => ({
    id: change.id,
    target: { connector, type, id, ...(label === null ? {} : { label }), ...(currency === null ? {} : { currency }) },
    operation: change.operation,
    property: change.property,
    before: change.before,
    after: change.after,
    deal_id: change.deal_id,
    document_id: change.document_id,
  }));
}
