import { z } from 'zod';
import { ask, Refused } from './ask.js';
import type { Backstage } from './backstage.js';

const Properties = z.record(z.string(), z.string().nullable());
export type Properties = z.infer<typeof Properties>;

const Item = z.object({ id: z.string(), properties: Properties });
export type Item = z.infer<typeof Item>;

const Items = z.object({ results: z.array(Item) });
const Names = z.object({ results: z.array(z.object({ name: z.string() })) });
const Linked = z.object({
  results: z.array(
    z.object({
      toObjectId: z.coerce.string(),
      associationTypes: z.array(z.object({ category: z.string(), typeId: z.number() })),
    }),
  ),
});

const PRIMARY_COMPANY = 5;

export interface DealOnCard {
  deal: Item;
  company: Item | null;
  contact: Item | null;
  lineItems: Item[];
}

/** A deal with every property, its primary company, its first contact and its line items. */
export async function readDeal(backstage: Backstage, dealId: string): Promise<DealOnCard> {
  const [deal] = await readAll(backstage, 'deals', [dealId]);
  if (!deal) throw new Refused(404, `There is no deal ${dealId}.`);
  const companies = await linked(backstage, dealId, 'companies');
  const primary = companies.find(({ associationTypes }) =>
    associationTypes.some(({ category, typeId }) => category === 'HUBSPOT_DEFINED' && typeId === PRIMARY_COMPANY),
  );
  const contacts = await linked(backstage, dealId, 'contacts');
  const items = await linked(backstage, dealId, 'line_items');
  const [company = null] = await readAll(backstage, 'companies', primary ? [primary.toObjectId] : []);
  const [contact = null] = await readAll(backstage, 'contacts', contacts.slice(0, 1).map(idOf));
  return { deal, company, contact, lineItems: await readAll(backstage, 'line_items', items.map(idOf)) };
}

type Link = z.infer<typeof Linked>['results'][number];
const idOf = (link: Link): string => link.toObjectId;

async function linked(backstage: Backstage, dealId: string, to: string): Promise<Link[]> {
  const path = `/crm/v4/objects/deals/${encodeURIComponent(dealId)}/associations/${to}?limit=500`;
  return (await ask(backstage, Linked, 'hubspot', `GET ${path}`)).results;
}

/** In the order of the ids, a hundred at a time; ids that are not there are left out. */
async function readAll(backstage: Backstage, type: string, ids: string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const { results } = await ask(backstage, Names, 'hubspot', `GET /crm/v3/properties/${type}`);
  const properties = results.map(({ name }) => name);
  const found = new Map<string, Item>();
  for (let start = 0; start < ids.length; start += 100) {
    const inputs = ids.slice(start, start + 100).map((id) => ({ id }));
    const body = { inputs, properties };
    const batch = await ask(backstage, Items, 'hubspot', `POST /crm/v3/objects/${type}/batch/read`, body);
    for (const item of batch.results) found.set(item.id, item);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
