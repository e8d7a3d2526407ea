import type { HubSpotGateway } from '../client.js';
import type { HubSpotRecord } from '../records.js';
import type { Watched } from './cursor.js';

/** A deal as it is now, with its line items where they are watched. */
export interface DealState {
  deal: HubSpotRecord;
  items: HubSpotRecord[];
  /** When the deal or one of its items was last modified; epoch milliseconds. */
  at: number;
}

const STAMP = 'hs_lastmodifieddate';

export const modifiedAt = (record: HubSpotRecord): number => {
  const time = Date.parse(record.properties[STAMP] ?? '');
  return Number.isNaN(time) ? 0 : time;
};

/** Reads deals by id, not by search, which would be behind. Deals that are gone are left out. */
export async function readDeals(
  gateway: HubSpotGateway,
  ids: readonly string[],
  watched: Watched,
  withItems: boolean,
): Promise<DealState[]> {
  if (ids.length === 0) return [];
  const names = ['dealname', 'pipeline', 'dealstage', 'createdate', STAMP, ...watched.deal];
  const deals = await gateway.records('deals', ids, [...new Set(names)]);
  const itemIds = withItems
    ? await gateway.associatedOfMany(
        'deals',
        deals.map((deal) => deal.id),
        'line_items',
      )
    : new Map<string, string[]>();
  const all = [...new Set([...itemIds.values()].flat())];
  const items = new Map(
    (await gateway.records('line_items', all, [STAMP, ...watched.item])).map((item) => [item.id, item]),
  );
  return deals.map((deal) => {
    const own = (itemIds.get(deal.id) ?? []).flatMap((id) => items.get(id) ?? []);
    return { deal, items: own, at: Math.max(modifiedAt(deal), ...own.map(modifiedAt)) };
  });
}
