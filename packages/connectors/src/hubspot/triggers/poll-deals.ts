import type { Json } from '@tandem/recipes';
import type { PollContext, Snapshot } from '../../sdk/trigger.js';
import type { HubSpotGateway } from '../client.js';
import { isCustom, ROW_PROPERTIES } from '../line-items/read-items.js';
import { isWritable } from '../properties/definition.js';
import { compareDeal, isNothing, newDeal, type DealChange } from './compare-deal.js';
import {
  advance,
  PAGE,
  readCursor,
  scanFrom,
  startPosition,
  type Cursor,
  type Position,
  type Watched,
} from './cursor.js';
import { modifiedAt, readDeals, type DealState } from './deal-state.js';
import { knownDeals, toSnapshot, type KnownDeal } from './known-deal.js';

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

export interface LookedAt {
  changed: ChangedDeal[];
  cursor: Cursor;
  more: boolean;
  keep: Snapshot[];
}

/**
 * Finds out which deals changed since the cursor. HubSpot's search says what was modified, and nudges what was touched;
 * what differs is found by comparing with what was seen before, so that an edit of a pipeline, which touches all its
 * deals, wakes nobody, and a change that was told and found is told once. The first look only takes stock. Reads at most
 * one page of deals and one of line items, and what is touched; `more` asks for the next.
 */
export async function pollDeals(context: PollContext<HubSpotGateway>, watch: Watch, stored: Json): Promise<LookedAt> {
  const { gateway, now, touched } = context;
  const cursor = readCursor(stored);
  if (cursor === null) return takeStock(gateway, now, watch);

  const watched = await stillWatched(gateway, now, watch, cursor.watched);
  const scanned = context.onlyTouched ? undefined : await scanAll(gateway, watch, cursor);
  const candidates = await candidatesOf(context, watch, scanned);
  const known = knownDeals(await context.recall([...candidates.keys()]));
  const isTouched = new Set(touched.flatMap(({ type, id }) => (type === 'deal' ? [id] : [])));
  const moved = [...candidates].filter(([id, at]) => isTouched.has(id) || at > (known.get(id)?.at ?? 0));
  const read = await readDeals(
    gateway,
    moved.map(([id]) => id),
    watched,
    watch.items,
  );
  // A deal that has lost the item modified last is not younger for it.
  const states = read.map((state) => ({ ...state, at: Math.max(state.at, known.get(state.deal.id)?.at ?? 0) }));
  const since = scanFrom({ ...cursor.deals, running: false });
  const changed = await compareAll(gateway, { known, since, watched }, states);

  const deals = scanned?.deals.position ?? cursor.deals;
  const items = scanned?.items?.position ?? cursor.items;
  return {
    changed,
    cursor: { deals, items, watched },
    more: scanned !== undefined && (deals.running || items.running),
    keep: states.map((state) => toSnapshot(state, watched)),
  };
}

interface Scanned {
  deals: Scan;
  items: Scan | undefined;
}

async function scanAll(gateway: HubSpotGateway, watch: Watch, cursor: Cursor): Promise<Scanned> {
  const deals = await scan(gateway, 'deals', cursor.deals);
  return { deals, items: watch.items ? await scan(gateway, 'line_items', cursor.items) : undefined };
}

/** The deals to look at, with the moment at which they or one of their items were modified: `Infinity` where touched. */
async function candidatesOf(
  context: PollContext<HubSpotGateway>,
  watch: Watch,
  scanned: Scanned | undefined,
): Promise<Map<string, number>> {
  const { gateway, touched } = context;
  const ofType = (type: string): string[] => touched.flatMap((one) => (one.type === type ? [one.id] : []));
  const items = new Map(scanned?.items?.modified);
  const touchedItems = watch.items ? ofType('line_item') : [];
  for (const id of touchedItems) items.set(id, Infinity);
  const dealsOfItems = await gateway.associatedOfMany('line_items', [...items.keys()], 'deals');

  const candidates = new Map(scanned?.deals.modified);
  const meet = (id: string, at: number): unknown => candidates.set(id, Math.max(at, candidates.get(id) ?? 0));
  for (const [itemId, dealIds] of dealsOfItems) for (const id of dealIds) meet(id, items.get(itemId) ?? 0);
  // A deleted item says no more whose it was.
  const losers = touchedItems.length === 0 ? [] : await context.recall([], touchedItems);
  for (const { subject } of losers) meet(subject, Infinity);
  for (const id of ofType('deal')) meet(id, Infinity);
  return candidates;
}

async function takeStock(gateway: HubSpotGateway, now: Date, watch: Watch): Promise<LookedAt> {
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
  const cursor = { deals: startPosition(now), items: startPosition(now), watched };
  return { changed: [], cursor, more: false, keep: states.map((state) => toSnapshot(state, watched)) };
}

async function stillWatched(gateway: HubSpotGateway, now: Date, watch: Watch, watched: Watched): Promise<Watched> {
  return now.getTime() - watched.at < DEFINITIONS_LAST_MS ? watched : watchedProperties(gateway, now, watch);
}

async function watchedProperties(gateway: HubSpotGateway, now: Date, watch: Watch): Promise<Watched> {
  const ofDeal = watch.deal === 'all' ? await gateway.definitions('deals', true) : [];
  const ofItems = watch.items ? await gateway.definitions('line_items', true) : [];
  const own = ofDeal.filter((one) => !one.hubspotDefined && isWritable(one)).map((one) => one.name);
  const deal = watch.deal === 'all' ? [...new Set([...USUAL, ...own])] : watch.deal === 'stage' ? STAGE : [];
  const item = watch.items ? [...ROW_PROPERTIES, ...ofItems.filter(isCustom).map((one) => one.name)] : [];
  const named = new Set<string>([...deal, ...item]);
  const numbers = [...ofDeal, ...ofItems].filter((one) => one.type === 'number' && named.has(one.name));
  return { deal, item, numbers: [...new Set(numbers.map((one) => one.name))], at: now.getTime() };
}

interface Scan {
  /** Id → when. */
  modified: Map<string, number>;
  position: Position;
}

/** One page of what was modified. */
async function scan(gateway: HubSpotGateway, type: 'deals' | 'line_items', position: Position): Promise<Scan> {
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
  { known, since, watched }: { known: ReadonlyMap<string, KnownDeal>; since: number; watched: Watched },
  states: readonly DealState[],
): Promise<ChangedDeal[]> {
  const strangers = states.filter((state) => !known.has(state.deal.id) && !isNewSince(state, since));
  const history = await gateway.lastChanges(
    'deals',
    strangers.map((state) => state.deal.id),
    watched.deal,
  );
  return states.flatMap((state) => {
    const before = known.get(state.deal.id);
    const change = before
      ? compareDeal(before, state, watched)
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
