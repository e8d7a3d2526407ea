import type { Note } from '../../sdk/plan.js';
import { number, said } from '../../sdk/said.js';
import { chunks } from '../chunks.js';
import type { HubSpotGateway } from '../client.js';

const GROUPS_PER_SEARCH = 5;

/**
 * The product of the library for each SKU: the newest that is not archived. SKUs are not unique at HubSpot, so a choice
 * among several is noted.
 */
export async function findProducts(
  gateway: HubSpotGateway,
  skus: readonly string[],
): Promise<{ ids: Map<string, string>; notes: Note[] }> {
  const found = new Map<string, { id: string; created: string }[]>();
  for (const part of chunks([...new Set(skus)], GROUPS_PER_SEARCH)) {
    const page = await gateway.search('products', {
      groups: part.map((sku) => [{ propertyName: 'hs_sku', operator: 'EQ', value: sku }]),
      properties: ['hs_sku', 'createdate'],
      sortBy: 'createdate',
      limit: 200,
    });
    for (const { id, properties } of page.records) {
      const sku = properties.hs_sku?.trim() ?? '';
      found.set(sku, [...(found.get(sku) ?? []), { id, created: properties.createdate ?? '' }]);
    }
  }
  const ids = new Map<string, string>();
  const notes: Note[] = [];
  for (const sku of skus) {
    const newestFirst = (found.get(sku) ?? []).sort(
      (a, b) => b.created.localeCompare(a.created) || Number(b.id) - Number(a.id),
    );
    const [newest] = newestFirst;
    if (newest === undefined) continue;
    ids.set(sku, newest.id);
    if (newestFirst.length > 1) {
      const message = said`${number(newestFirst.length)} products in HubSpot have this SKU; the newest (${newest.id}) was taken.`;
      notes.push({ subject: `SKU ${sku}`, message });
    }
  }
  return { ids, notes };
}
