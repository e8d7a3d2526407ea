/**
 * HubSpot and PandaDoc for the benchmark: answers the calls of a run at once, without limits and without state, and
 * hands all else to the sandbox. Tells its parent where it listens; the parent asks it what was counted.
 */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const sandbox = process.env.SANDBOX_URL;
const LIMITS = {
  'x-hubspot-ratelimit-max': '1000000',
  'x-hubspot-ratelimit-remaining': '999999',
  'x-hubspot-ratelimit-interval-milliseconds': '10000',
};
const counted = { document: 0, deal: 0, update: 0, others: 0 };
const others = {};
let signingKey;
const details = JSON.stringify(await aDocument());

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => void answer(request, Buffer.concat(chunks), response));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
process.on('message', () => {
  process.send({ counted: { ...counted }, others: { ...others }, signingKey });
  for (const key of Object.keys(counted)) counted[key] = 0;
  for (const key of Object.keys(others)) delete others[key];
});
process.on('disconnect', () => process.exit(0));

async function answer(request, body, response) {
  const { method, url } = request;
  const [, documentId] = /^\/pandadoc\/public\/v1\/documents\/(bench[^/]+)\/details/.exec(url) ?? [];
  if (documentId) {
    counted.document++;
    return json(response, details.replaceAll('BENCH_DOCUMENT', documentId));
  }
  if (method === 'POST' && /\/deals\/batch\/read/.test(url)) {
    const { inputs, properties } = JSON.parse(body);
    if (!inputs[0].id.startsWith('9')) return forward(request, body, response);
    counted.deal++;
    const values = Object.fromEntries(
      properties.map((name) => [name, name === 'dealname' ? 'Northwind rollout' : null]),
    );
    return json(response, JSON.stringify({ status: 'COMPLETE', results: inputs.map(({ id }) => record(id, values)) }));
  }
  const [, dealId] = /\/deals\/(9\d+)$/.exec(url) ?? [];
  if (method === 'PATCH' && dealId) {
    counted.update++;
    return json(response, JSON.stringify(record(dealId, JSON.parse(body).properties)));
  }
  return forward(request, body, response);
}

const record = (id, properties) => ({
  ...{ id, properties, archived: false },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
});

function json(response, text) {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...LIMITS });
  response.end(text);
}

async function forward(request, body, response) {
  counted.others++;
  const ownToThisHop = ['host', 'connection', 'content-length', 'transfer-encoding'];
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !ownToThisHop.includes(name)));
  const name = `${request.method} ${request.url.split('?')[0]}`;
  others[name] = (others[name] ?? 0) + 1;
  const bytes = request.method === 'GET' || body.length === 0 ? undefined : body;
  const given = await fetch(sandbox + request.url, { method: request.method, headers, body: bytes });
  const text = await given.text();
  if (/webhook-subscriptions/.test(request.url)) signingKey = /"shared_key":\s*"([^"]+)"/.exec(text)?.[1] ?? signingKey;
  response.writeHead(given.status, { 'content-type': given.headers.get('content-type') ?? 'text/plain', ...LIMITS });
  response.end(text);
}

/** One document of the sandbox, as PandaDoc tells it in full; every document of the benchmark looks like it. */
async function aDocument() {
  const headers = { authorization: 'API-Key sandbox-production-key', 'content-type': 'application/json' };
  const ask = async (path, body) => {
    const method = body ? 'POST' : 'GET';
    const response = await fetch(sandbox + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  };
  const { results: templates } = await ask('/pandadoc/public/v1/templates');
  const deals = await fetch(`${sandbox}/hubspot/crm/v3/objects/deals`, {
    headers: { authorization: 'Bearer pat-sandbox-hubspot' },
  });
  const {
    results: [{ id: deal }],
  } = await deals.json();
  const { document_id } = await ask('/control/play/documents', { deal_id: deal, template_id: templates[0].id });
  const path = `/pandadoc/public/v1/documents/${document_id}`;
  while ((await ask(path)).status === 'document.uploaded') await sleep(50);
  return { ...(await ask(`${path}/details`)), id: 'BENCH_DOCUMENT' };
}
