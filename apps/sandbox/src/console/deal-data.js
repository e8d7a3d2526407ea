import { hubspot } from './api.js';

const PRIMARY_COMPANY = 5;
const LIST_PROPERTIES = 'dealname,amount,deal_currency_code,dealstage,pipeline';
const ITEM_PROPERTIES = ['name', 'hs_sku', 'description', 'price', 'quantity', 'discount', 'hs_discount_percentage'];

/** The deals of the portal, at most a hundred, the newest first. */
export async function readDeals() {
  const { results } = await hubspot('GET', `/crm/v3/objects/deals?limit=100&properties=${LIST_PROPERTIES}`);
  return results.sort((one, other) => Number(other.id) - Number(one.id));
}

export const readPipelines = async () => (await hubspot('GET', '/crm/v3/pipelines/deals')).results;

/** Everything that the page shows of one deal. */
export async function readDeal(id) {
  const { results: definitions } = await hubspot('GET', '/crm/v3/properties/deals');
  const [deal] = await readMany(
    'deals',
    [id],
    definitions.map(({ name }) => name),
  );
  if (!deal) throw new Error(`There is no deal ${id}.`);
  const [companies, contacts, items, notes] = await Promise.all(
    ['companies', 'contacts', 'line_items', 'notes'].map((type) => linked(id, type)),
  );
  const primary = companies.find(({ associationTypes }) =>
    associationTypes.some(({ category, typeId }) => category === 'HUBSPOT_DEFINED' && typeId === PRIMARY_COMPANY),
  );
  return {
    deal,
    definitions,
    company: primary ? await readCompany(primary.toObjectId) : null,
    contacts: await readMany('contacts', contacts.map(idOf), ['firstname', 'lastname', 'email', 'jobtitle']),
    items: await readItems(items.map(idOf)),
    notes: await readNotes(notes.map(idOf)),
  };
}

async function readCompany(id) {
  const { results } = await hubspot('GET', '/crm/v3/properties/companies');
  const shown = results.filter((one) => !one.hidden && !one.name.startsWith('hs_') && one.name !== 'createdate');
  const [company] = await readMany(
    'companies',
    [String(id)],
    shown.map(({ name }) => name),
  );
  return company ? { ...company, labels: Object.fromEntries(shown.map(({ name, label }) => [name, label])) } : null;
}

/** Standard properties, and the portal's own. */
async function readItems(ids) {
  const { results } = await hubspot('GET', '/crm/v3/properties/line_items');
  const own = results.filter((one) => !one.hubspotDefined && !one.archived).map(({ name, label }) => ({ name, label }));
  const items = await readMany('line_items', ids, [...ITEM_PROPERTIES, 'amount', ...own.map(({ name }) => name)]);
  return items.map((item) => ({ ...item, own }));
}

async function readNotes(ids) {
  const notes = await readMany('notes', ids, ['hs_note_body', 'hs_timestamp', 'hs_attachment_ids']);
  return Promise.all(
    notes.map(async (note) => ({ ...note, files: await readFiles(note.properties.hs_attachment_ids ?? '') })),
  );
}

const readFiles = (ids) =>
  Promise.all(
    ids
      .split(';')
      .filter((id) => id !== '')
      .map((id) => hubspot('GET', `/files/v3/files/${id}`).catch(() => ({ id, name: `file ${id}`, gone: true }))),
  );

/** A link that serves the file for a while. */
export async function fileLink(id) {
  return (await hubspot('GET', `/files/v3/files/${id}/signed-url`)).url;
}

const idOf = ({ toObjectId }) => String(toObjectId);

async function linked(dealId, type) {
  return (await hubspot('GET', `/crm/v4/objects/deals/${dealId}/associations/${type}?limit=500`)).results;
}

async function readMany(type, ids, properties) {
  if (ids.length === 0) return [];
  const inputs = ids.slice(0, 100).map((id) => ({ id }));
  const { results } = await hubspot('POST', `/crm/v3/objects/${type}/batch/read`, { inputs, properties });
  return results.sort((one, other) => Number(one.id) - Number(other.id));
}

export const changeDeal = (id, properties) => hubspot('PATCH', `/crm/v3/objects/deals/${id}`, { properties });
export const changeItem = (id, properties) => hubspot('PATCH', `/crm/v3/objects/line_items/${id}`, { properties });
export const removeItem = (id) => hubspot('DELETE', `/crm/v3/objects/line_items/${id}`);

/** Adds a line item to a deal; with a product it takes the product's name and price. */
export const addItem = (dealId, properties) =>
  hubspot('POST', '/crm/v3/objects/line_items', {
    properties,
    associations: [{ to: { id: dealId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] }],
  });

export const readProducts = async () =>
  (await hubspot('GET', '/crm/v3/objects/products?limit=100&properties=name,hs_sku,price')).results;
