import type { Json } from '@tandem/recipes';
import type { HubSpotGateway } from '../client.js';
import { isCustom, ROW_PROPERTIES } from '../line-items/read-items.js';
import { isWritable } from '../properties/definition.js';
import { compareDeal, isNothing, newDeal, type DealChange } from './compare-deal.js';
import {
  advance,
  keepLatest,
  PAGE,
  readCursor,
  scanFrom,
  startPosition,
  type Cursor,
  type Position,
  type Watched,
} from './cursor.js';
import { modifiedAt, readDeals, toKnown, type DealState } from './deal-state.js';

export interface Watch {
  /** The deal's own properties: all that people write, only its stage, or none. */
  deal: 'all' | 'stage' | 'none';
  items: boolean;
}

export interface ChangedDeal {
  state: DealState;
  change: DealChange;
}

const STAGE = ['pipeline', 'dealstage'];
/** HubSpot's own deal properties that a document could show; the account's own properties are added to them. */
const USUAL = [
  ...STAGE,
  'dealname',
  'amount',
  'deal_currency_code',
  'closedate',
  'dealtype',
  'description',
  'hubspot_owner_id',
  'hs_priority',
  'hs_next_step',
];
const DEFINITIONS_LAST_MS = 60 * 60 * 1000;

/**
 * Finds out which deals changed since the cursor. HubSpot's search says what was modified; what differs is found by
 * comparing with what was seen before, so that an edit of a pipeline, which touches all its deals, wakes nobody.
 * The first look only takes stock. Reads at most one page of deals and one of line items; `more` asks for the next.
 */
export async function pollDeals(
  { gateway, now }: { gateway: HubSpotGateway; now: Date },
  watch: Watch,
  stored: Json,
): Promise<{ changed: ChangedDeal[]; cursor: Cursor; more: boolean }> {
  const cursor = readCursor(stored);
  if (cursor === null) return { changed: [], cursor: await takeStock(gateway, now, watch), more: false };

  const watched = await stillWatched(gateway, now, watch, cursor.watched);
  const deals = await scan(gateway, 'deals', cursor.deals);
  const items = watch.items ? await scan(gateway, 'line_items', cursor.items) : undefined;
  const dealsOfItems = items
    ? await gateway.associatedOfMany('line_items', [...items.modified.keys()], 'deals')
    : new Map<string, string[]>();

  const candidates = new Map(deals.modified);
  for (const [itemId, dealIds] of dealsOfItems) {
    const at = items?.modified.get(itemId) ?? 0;
    for (const id of dealIds) candidates.set(id, Math.max(at, candidates.get(id) ?? 0));
  }
  const moved = [...candidates].filter(([id, at]) => at > (cursor.known[id]?.at ?? 0)).map(([id]) => id);
  const states = await readDeals(gateway, moved, watched, watch.items);
  const changed = await compareAll(gateway, cursor, watched, states);

  const seen = states.map((state) => [state.deal.id, toKnown(state, watched)] as const);
  const known = keepLatest({ ...cursor.known, ...Object.fromEntries(seen) });
  const next = { deals: deals.position, items: items?.position ?? cursor.items, watched, known };
  return { changed, cursor: next, more: next.deals.running || next.items.running };
}

async function takeStock(gateway: HubSpotGateway, now: Date, watch: Watch): Promise<Cursor> {
  const watched = await watchedProperties(gateway, now, watch);
  const latest = await gateway.search('deals', {
    groups: [],
    properties: ['hs_lastmodifieddate'],
    sortBy: 'hs_lastmodifieddate',
    descending: true,
    limit: PAGE,
  });
  const states = await readDeals(
    gateway,
    latest.records.map((record) => record.id),
    watched,
    watch.items,
  );
  const known = Object.fromEntries(states.map((state) => [state.deal.id, toKnown(state, watched)]));
  return { deals: startPosition(now), items: startPosition(now), watched, known: keepLatest(known) };
}

async function stillWatched(gateway: HubSpotGateway, now: Date, watch: Watch, watched: Watched): Promise<Watched> {
  return now.getTime() - watched.at < DEFINITIONS_LAST_MS ? watched : watchedProperties(gateway, now, watch);
}

async function watchedProperties(gateway: HubSpotGateway, now: Date, watch: Watch): Promise<Watched> {
  const ofDeal = watch.deal === 'all' ? await gateway.definitions('deals') : [];
  const ofItems = watch.items ? await gateway.definitions('line_items') : [];
  const own = ofDeal.filter((one) => !one.hubspotDefined && isWritable(one)).map((one) => one.name);
  const deal = watch.deal === 'all' ? [...new Set([...USUAL, ...own])] : watch.deal === 'stage' ? STAGE : [];
  const item = watch.items ? [...ROW_PROPERTIES, ...ofItems.filter(isCustom).map((one) => one.name)] : [];
  const named = new Set<string>([...deal, ...item]);
  const numbers = [...ofDeal, ...ofItems].filter((one) => one.type === 'number' && named.has(one.name));
  return { deal, item, numbers: [...new Set(numbers.map((one) => one.name))], at: now.getTime() };
}

/** One page of what was modified: id → when. */
async function scan(
  gateway: HubSpotGateway,
  type: 'deals' | 'line_items',
  position: Position,
): Promise<{ modified: Map<string, number>; position: Position }> {
  const from = scanFrom(position);
  const page = await gateway.search(type, {
    groups: [[{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: String(from) }]],
    properties: ['hs_lastmodifieddate'],
    sortBy: 'hs_lastmodifieddate',
    limit: PAGE,
    after: String(position.skip),
  });
  const modified = new Map(page.records.map((record) => [record.id, modifiedAt(record)]));
  return { modified, position: advance(position, from, page.records.map(modifiedAt)) };
}

async function compareAll(
  gateway: HubSpotGateway,
  cursor: Cursor,
  watched: Watched,
  states: readonly DealState[],
): Promise<ChangedDeal[]> {
  const since = scanFrom({ ...cursor.deals, running: false });
  const strangers = states.filter((state) => cursor.known[state.deal.id] === undefined && !isNewSince(state, since));
  const history = await gateway.lastChanges(
    'deals',
    strangers.map((state) => state.deal.id),
    watched.deal,
  );
  return states.flatMap((state) => {
    const before = cursor.known[state.deal.id];
    const change = before
      ? compareDeal(before, cursor.watched, state, watched)
      : isNewSince(state, since)
        ? newDeal(state, watched)
        : changeOfStranger(state, watched, history.get(state.deal.id), since);
    return isNothing(change) ? [] : [{ state, change }];
  });
}

const isNewSince = ({ deal }: DealState, since: number): boolean =>
  Date.parse(deal.properties.createdate ?? '') >= since;

/**
 * An old deal that was not among those looked at before. Its history says what changed lately; where the remote gives
 * none, the deal itself counts as changed. Of its items only those count that were modified lately.
 */
function changeOfStranger(
  state: DealState,
  watched: Watched,
  history: Map<string, Date> | undefined,
  since: number,
): DealChange {
  const lately = watched.deal.filter((name) => history === undefined || (history.get(name)?.getTime() ?? 0) >= since);
  const items = { ...state, items: state.items.filter((item) => modifiedAt(item) >= since) };
  const all = newDeal(items, watched);
  const properties = all.properties.filter((name) => lately.includes(name));
  const changes = all.changes.filter((one) => one.type !== 'deal' || properties.includes(one.property));
  return { properties, items: { added: 0, removed: 0, changed: items.items.length }, changes };
}
