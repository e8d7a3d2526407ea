import { objectType } from './object-types.js';
import { insertRecords, prepareRecord, type AssociationInput } from './records.js';
import { DEALS, type SeedDeal } from './seed-deals.js';
import { COMPANIES, CONTACTS, PRODUCTS } from './seed-parties.js';
import type { WrittenProperties } from './validation.js';
import type { HubSpotWorld } from './world.js';

const DAY_MS = 86_400_000;

/** First ids of each kind; those of notes, files and the rest follow the same pattern. */
export const FIRST_IDS: Record<string, number> = {
  '0-1': 3001,
  '0-2': 2001,
  '0-3': 1001,
  '0-7': 4001,
  '0-8': 5001,
  '0-14': 8001,
  '0-27': 7001,
  '0-46': 6001,
  file: 90_001,
  folder: 80_001,
};

const type = (
  id: number,
  category = 'HUBSPOT_DEFINED',
): { associationCategory: string; associationTypeId: number } => ({
  associationCategory: category,
  associationTypeId: id,
});

/** Fills an empty portal through the same doors as the API, so that everything calculated is right from the start. */
export function seedRecords(world: HubSpotWorld, now: Date): void {
  const insert = (
    name: string,
    properties: WrittenProperties,
    associations: AssociationInput[],
    daysAgo: number,
  ): string => {
    const past = { state: world.state, now: () => new Date(now.getTime() - daysAgo * DAY_MS) };
    const kind = objectType(name);
    const [record] = insertRecords(past, kind, [prepareRecord(world.state, kind, { properties, associations })]);
    return record?.id ?? '';
  };
  const companies = COMPANIES.map((properties) => insert('companies', properties, [], 200));
  const contacts = CONTACTS.map(([company, properties]) =>
    insert('contacts', properties, [{ to: { id: companies[company] ?? '' }, types: [type(279)] }], 190),
  );
  const products = PRODUCTS.map((properties) => insert('products', properties, [], 300));
  for (const { deal, daysAgo, ...its } of DEALS) {
    const id = insert('deals', deal, dealLinks(its, companies, contacts), daysAgo);
    for (const [at, [product, line]] of its.lines.entries()) {
      const own = { hs_product_id: products[product] ?? '', hs_position_on_quote: String(at), ...line };
      insert('line_items', own, [{ to: { id }, types: [type(20)] }], daysAgo - 1);
    }
  }
}

/** The second company of a deal is its implementation partner: USER_DEFINED 5, which is not the primary company. */
function dealLinks(
  its: Omit<SeedDeal, 'deal' | 'daysAgo'>,
  companies: string[],
  contacts: string[],
): AssociationInput[] {
  const toCompanies = its.companies.map((at, place) => ({
    to: { id: companies[at] ?? '' },
    types: [place === 0 ? type(341) : type(5, 'USER_DEFINED')],
  }));
  const toContacts = its.contacts.map((at, place) => ({
    to: { id: contacts[at] ?? '' },
    types: place === 0 ? [type(3), type(1, 'USER_DEFINED')] : [type(3)],
  }));
  return [...toCompanies, ...toContacts];
}
