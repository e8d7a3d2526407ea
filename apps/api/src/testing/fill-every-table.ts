import type { DataSource } from 'typeorm';

const ID = '018f0000-0000-7000-8000-000000000001';

/** One row per table, in an order that satisfies the references. A new table is added here with its migration. */
const ROWS: Record<string, Record<string, unknown>> = {
  connection: {
    id: ID,
    connector: 'hubspot',
    name: 'Sales',
    base_url: 'https://api.test',
    credentials: 'x',
    status: 'connected',
  },
  fate: { connection_id: ID, kind: 'deal', id: '1', happened: 'deleted', at: 'now' },
  call_window: { connection_id: ID, operations: '', state: '{}' },
  webhook_receipt: { connection_id: ID, verdict: 'accepted', count: 1, last_at: 'now' },
  recipe: { id: ID, key: 'move-deal', draft: '{}' },
  recipe_version: { recipe_id: ID, version: 1, content: '{}' },
  automation: { id: ID, recipe_id: ID, template_id: 'tpl', enabled: true, settings: '{}' },
  revision: { subject: 'test', value: 1 },
  audit: { id: ID, action: 'automation.switched', subject: 'move-deal' },
  lane: { key: 'deal:1', due_at: '2026-03-02T09:00:00Z' },
  event: {
    ...{ id: ID, connection_id: ID, connector: 'pandadoc', trigger: 'document_status_changed', identity: 'e1' },
    ...{ subject_type: 'document', subject_id: 'd1', complete: true, occurred_at: '2026-03-02T09:00:00Z' },
    ...{ data: '{}', lane: 'deal:1' },
  },
  run: {
    ...{
      id: ID,
      event_id: ID,
      recipe_id: ID,
      recipe_version: 1,
      automation_id: ID,
      lane: 'deal:1',
      status: 'succeeded',
    },
    ...{ occurred_at: '2026-03-02T09:00:00Z' },
  },
  run_scope: { run_id: ID, scope: '{}' },
  step: { run_id: ID, path: '0', step_id: 'move', kind: 'action', status: 'succeeded' },
  attempt: { run_id: ID, path: '0', number: 1, started_at: 'now', finished_at: 'now', error: '{}' },
  effect: {
    ...{ id: ID, run_id: ID, path: '0', connector: 'hubspot', target_type: 'deal', target_id: '1' },
    ...{ operation: 'update', property: 'dealstage', before: '"a"', after: '"b"', status: 'applied' },
  },
  retry_batch: { id: ID, mode: 'resume', status: 'running' },
  retry_batch_run: { batch_id: ID, run_id: ID, position: 0 },
  subject: { kind: 'deal', id: '1', name: 'Northwind' },
  file: { id: ID, name: 'offer.pdf', media_type: 'application/pdf', size: 1, sha256: '00', bytes: 'x' },
  backfill: { id: ID, recipe_ids: `{${ID}}`, selection: '{}', status: 'ready', created_at: 'now' },
  backfill_document: { backfill_id: ID, document_id: 'd1', name: 'Offer' },
  memory: { connection_id: ID, action: 'attach_file', key: 'k', value: '1' },
  poll_cursor: { connection_id: ID, trigger: 'deal_changed', cursor: '{}' },
  touched: { connection_id: ID, trigger: 'deal_changed', type: 'deal', subject_id: '1' },
  snapshot: { connection_id: ID, trigger: 'deal_changed', subject_id: '1', value: '{}' },
};

/** Answers the names of the filled tables, sorted. */
export async function fillEveryTable(dataSource: DataSource): Promise<string[]> {
  for (const [table, row] of Object.entries(ROWS)) {
    const columns = Object.keys(row);
    const values = columns.map((_, index) => `$${index + 1}`).join(', ');
    await dataSource.query(`insert into ${table} (${columns.join(', ')}) values (${values})`, Object.values(row));
  }
  return Object.keys(ROWS).sort();
}
