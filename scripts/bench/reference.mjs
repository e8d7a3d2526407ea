/**
 * What any engine on Node and PostgreSQL has to do at least: take the webhook in, commit the event, answer; make the
 * same three calls; commit the result. No recipes, no order, no recovery. Tells its parent where it listens.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const { DATABASE_URL, REMOTE_URL, SIGNING_KEY, AT_A_TIME } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });
await pool.query(`drop table if exists reference_event; create table reference_event (
  id bigint generated always as identity primary key, identity text not null unique, data jsonb not null,
  received_at timestamptz not null default now(), result jsonb, done_at timestamptz)`);

const waiting = [];
let atWork = 0;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    receive(request, Buffer.concat(chunks)).then(
      (status) => response.writeHead(status).end('{}'),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/` }));
process.on('disconnect', () => process.exit(0));

async function receive(request, body) {
  const given = Buffer.from(new URL(request.url, 'http://x').searchParams.get('signature') ?? '');
  const expected = Buffer.from(createHmac('sha256', SIGNING_KEY).update(body).digest('hex'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 401;
  const [{ data }] = JSON.parse(body);
  const { rows } = await pool.query({
    name: 'store',
    text: 'insert into reference_event (identity, data) values ($1, $2) on conflict do nothing returning id',
    values: [data.id, data],
  });
  if (rows.length > 0) waiting.push({ id: rows[0].id, documentId: data.id, dealId: data.linked_objects[0].entity_id });
  workOff();
  return 200;
}

function workOff() {
  while (atWork < Number(AT_A_TIME) && waiting.length > 0) {
    atWork++;
    void handle(waiting.shift()).finally(() => {
      atWork--;
      workOff();
    });
  }
}

async function handle({ id, documentId, dealId }) {
  const document = await call('GET', `/pandadoc/public/v1/documents/${documentId}/details`);
  const read = { inputs: [{ id: dealId }], properties: ['dealname', 'description'] };
  const deal = await call('POST', '/hubspot/crm/v3/objects/deals/batch/read', read);
  const before = deal.results[0].properties.description;
  const properties = { description: document.name };
  await call('PATCH', `/hubspot/crm/v3/objects/deals/${dealId}`, { properties });
  await pool.query({
    name: 'finish',
    text: 'update reference_event set result = $2, done_at = clock_timestamp() where id = $1',
    values: [id, { before, after: document.name }],
  });
}

async function call(method, path, body) {
  const response = await fetch(REMOTE_URL + path, {
    method,
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}
