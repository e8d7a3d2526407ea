/**
 * SQL that makes a month of invented history, for measuring. Each statement fills a table that stands alone, without an
 * index; attaching it to its parent builds the indexes at once, which is many times faster than filling them row by row.
 * Parameters: $1 number of the first run, $2 runs, $3 first millisecond, $4 milliseconds, $5 runs there are in all.
 */

/** A UUIDv7 of run n: its time spreads evenly over the month, the rest comes from its number. */
const runId = `(lpad(to_hex(($3::bigint + (n - $1::bigint) * $4::bigint / $2::bigint)), 12, '0')
  || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid`;
const runs = `from generate_series($1::bigint, $1::bigint + $2::bigint - 1) n`;
const at = `to_timestamp(($3::bigint + (n - $1::bigint) * $4::bigint / $2::bigint) / 1000.0)`;
/** Spreads numbers without any pattern over 0 … below. */
const scatter = (salt, below) => `(abs(hashint8(n * 7 + ${salt})) % (${below}))`;
/** Five runs a deal, three a document; the deal of number 0 has two thousand. */
const deal = `case when n % ($5::bigint / 2000 + 1) = 0 then '0' else ${scatter(1, '$5::bigint / 5 + 1')}::text end`;
const document = `'doc' || ${scatter(2, '$5::bigint / 3 + 1')}`;
const status = `case when ${scatter(3, 1000)} < 40 then 'failed' when ${scatter(3, 1000)} < 70 then 'skipped'
  when ${scatter(3, 1000)} < 80 then 'succeeded_with_differences' when ${scatter(3, 1000)} < 81 then 'cancelled'
  else 'succeeded' end`;
const group = `substr(md5(${scatter(4, 300)}::text), 1, 16)`;

export const runRows = (table) => `
  insert into ${table} (id, seq, event_id, recipe_id, recipe_version, lane, status, reason, error, failure_group,
    document_id, document_name, template_id, deal_id, occurred_at, created_at, started_at, finished_at)
  select ${runId}, n, ${runId}, r.ids[1 + ${scatter(5, 5)}], 1, 'deal:' || d.deal, s.status,
    case when s.status = 'skipped' then 'A later change of the same document was already handled.' end,
    case when s.status = 'failed' then jsonb_build_object('class', 'validation', 'path', 'update', 'message',
      'The property “amount_' || ${scatter(4, 300)} || '” does not exist.', 'consequence', 'The deal is as it was.',
      'remedy', 'Create the property in HubSpot.', 'problems', '[]'::jsonb, 'remote_request_id', null) end,
    case when s.status = 'failed' then ${group} end,
    ${document}, 'Sales proposal ' || ${scatter(2, '$5::bigint / 3 + 1')}, 'tpl' || ${scatter(6, 200)}, d.deal,
    ${at}, ${at}, ${at}, ${at} + interval '900 ms'
  ${runs}, lateral (select ${deal} as deal) d, lateral (select ${status} as status) s,
    (select array_agg(id order by key) as ids from recipe where built_in) r`;

export const scopeRows = (table) => `
  insert into ${table} (run_id, scope)
  select ${runId}, jsonb_build_object('trigger', jsonb_build_object('document_id', ${document}, 'status',
    'document.completed', 'document_name', 'Sales proposal', 'deal_id', ${deal}, 'template_id', 'tpl'),
    'settings', jsonb_build_object('statuses', '["document.completed"]'::jsonb, 'pipeline', 'default'))
  ${runs}`;

export const stepRows = (table) => `
  insert into ${table} (run_id, path, seq, step_id, kind, connector, action, status, input, plan, output, started_at, finished_at)
  select ${runId}, step.path, n * 2 + step.number, step.path, 'action', step.connector, step.action, 'succeeded',
    jsonb_build_object('document_id', ${document}), case when step.number = 1 then
      '{"changes": [{"target": {"type": "deal"}, "property": "dealstage", "before": "a", "after": "b"}], "notes": []}'::jsonb end,
    jsonb_build_object('id', ${document}, 'name', 'Sales proposal', 'status', 'document.completed', 'total', '1200.00',
      'fields', '[{"name": "Deal.Amount", "value": "1200.00"}, {"name": "Deal.Closedate", "value": "2026-03-02"}]'::jsonb),
    ${at}, ${at} + interval '400 ms'
  ${runs}, (values (0, 'document', 'pandadoc', 'get_document'), (1, 'update', 'hubspot', 'update_deal'))
    as step (number, path, connector, action)`;

export const effectRows = (table) => `
  insert into ${table} (id, seq, run_id, path, connector, target_type, target_id, target_label, operation, property, before,
    after, deal_id, document_id, status, planned_at, applied_at)
  select ${runId}, n, ${runId}, 'update', 'hubspot', 'deal', ${deal}, 'Deal of ' || ${deal}, 'update', 'dealstage',
    '"contractsent"', '"closedwon"', ${deal}, ${document}, 'applied', ${at}, ${at}
  ${runs}`;
