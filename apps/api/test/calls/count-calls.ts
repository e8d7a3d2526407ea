import { PollRegularly } from '../../src/ingest/poll-regularly.js';
import type { Desk } from '../desk.js';
import type { RemoteDesk } from '../remote-desk.js';

/** What one run asked of the remotes. A write of up to 100 rows is one call. */
export interface Calls {
  hubspot: { reads: number; writes: number };
  pandadoc: { reads: number; writes: number };
  /** Each call as "hubspot POST /crm/objects/line_items/batch/read", without ids, with how often it was made. */
  each: Record<string, number>;
}

export interface Counted {
  recipe: string;
  rows: number;
  /** The run that has everything to do, and the same asked for again when there is nothing left to do. */
  first: Calls;
  again: Calls;
}

export const RECIPES = [
  'change-deal-stage',
  'update-deal-properties',
  'attach-pdf',
  'update-line-items',
  'import-from-crm',
] as const;
export type RecipeKey = (typeof RECIPES)[number];

const SETTINGS: Record<RecipeKey, object> = {
  'change-deal-stage': { pipeline: 'default', stages: { 'document.completed': 'closedwon' } },
  'update-deal-properties': {},
  'attach-pdf': {},
  'update-line-items': { statuses: ['document.completed'], add_and_delete: true },
  'import-from-crm': {},
};

const PATIENCE_MS = 120_000;
const BATCH = 100;
const LINE_ITEM_OF_DEAL = 20;

/** Runs a recipe for a document with so many rows, twice, and counts what the twin was asked. */
export async function countCalls(desk: Desk, recipe: RecipeKey, rows: number): Promise<Counted> {
  // Only what is asked for by hand is to be counted.
  await desk.app.app.get(PollRegularly).beforeApplicationShutdown();
  const deal = await desk.deal();
  const lines = await addLines(desk, deal, rows);
  const document = await desk.document(deal, 'Sales proposal');
  if (recipe !== 'import-from-crm') {
    await desk.act(document, 'send');
    await desk.act(document, 'sign');
  }
  await changeLines(desk, lines);
  await desk.settled(PATIENCE_MS);
  await desk.switchOn(recipe, SETTINGS[recipe]);
  const first = await runOnce(desk, recipe, document);
  return { recipe, rows, first, again: await runOnce(desk, recipe, document) };
}

async function addLines(desk: RemoteDesk, deal: string, rows: number): Promise<string[]> {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: LINE_ITEM_OF_DEAL }];
  const ids: string[] = [];
  for (let from = 0; from < rows; from += BATCH) {
    const inputs = Array.from({ length: Math.min(BATCH, rows - from) }, (_, n) => ({
      properties: { name: `Item ${from + n}`, price: '10', quantity: '1', hs_sku: `SKU-${from + n}` },
      associations: [{ to: { id: deal }, types }],
    }));
    const { results } = await desk.hubspot('POST', '/crm/v3/objects/line_items/batch/create', { inputs });
    ids.push(...results.map(({ id }: { id: string }) => id));
  }
  return ids;
}

/** So that every row of the document differs from its line item. */
async function changeLines(desk: RemoteDesk, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const inputs = ids.slice(from, from + BATCH).map((id) => ({ id, properties: { price: '12' } }));
    await desk.hubspot('POST', '/crm/v3/objects/line_items/batch/update', { inputs });
  }
}

async function runOnce(desk: Desk, recipe: RecipeKey, document: string): Promise<Calls> {
  await desk.control('DELETE', '/requests');
  const asked = await desk.api('POST', '/api/runs', { recipe, document_id: document });
  if (asked.status !== 202) throw new Error(`${recipe} was not run: ${JSON.stringify(asked.body)}`);
  await desk.settled(PATIENCE_MS);
  const run = (await desk.runs(document, recipe)).find(({ event_id: event }) => event === asked.body.event_id);
  if (!String(run?.status).startsWith('succeeded')) throw new Error(`${recipe}: ${run?.status}, ${run?.reason}`);
  const { requests } = await desk.control('GET', '/requests');
  return tally(requests);
}

interface Request {
  api: 'hubspot' | 'pandadoc';
  method: string;
  path: string;
}

function tally(requests: readonly Request[]): Calls {
  const calls: Calls = { hubspot: { reads: 0, writes: 0 }, pandadoc: { reads: 0, writes: 0 }, each: {} };
  for (const { api, method, path } of requests) {
    calls[api][method === 'GET' || /\/(read|search)$/.test(path) ? 'reads' : 'writes'] += 1;
    const name = `${api} ${method} ${nameOf(path)}`;
    calls.each[name] = (calls.each[name] ?? 0) + 1;
  }
  return calls;
}

const nameOf = (path: string): string =>
  path.replace(/\/(public\/)?v\d\b|\/20\d\d-\d\d\b/g, '').replace(/\/(?=[^/]*\d)[A-Za-z0-9-]{4,}(?=\/|$)/g, '/{id}');

export const totalOf = ({ hubspot, pandadoc }: Calls): number =>
  hubspot.reads + hubspot.writes + pandadoc.reads + pandadoc.writes;
