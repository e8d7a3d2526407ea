const ITEM = ['name', 'hs_sku', 'quantity', 'price', 'hs_discount_percentage', 'discount', 'amount'];
const DEAL = [
  'dealname',
  'dealstage',
  'amount',
  'po_number',
  'contract_start',
  'contract_type',
  'payment_terms',
  'signed',
];

const link = (id, associationTypeId) => ({
  to: { id },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }],
});

/** A deal with a company, somebody to sign and two line items. */
export async function createDeal(stage) {
  const create = (type, properties, associations = []) =>
    stage.hubspot('POST', `/v3/objects/${type}`, { properties, associations });
  const company = await create('companies', { name: 'Northwind' });
  const contact = await create('contacts', {
    email: `nora.${company.id}@northwind.test`,
    firstname: 'Nora',
    lastname: 'Wind',
  });
  const deal = await create(
    'deals',
    { dealname: 'Northwind rollout', pipeline: 'default', dealstage: 'qualifiedtobuy', deal_currency_code: 'EUR' },
    [link(company.id, 5), link(contact.id, 3)],
  );
  await create('line_items', { name: 'Seat, one year', hs_sku: 'DEMO-SEAT', price: '120', quantity: '10' }, [
    link(deal.id, 20),
  ]);
  await create('line_items', { name: 'Support', hs_sku: 'DEMO-SUP', price: '300', quantity: '1' }, [link(deal.id, 20)]);
  return deal.id;
}

/** The deal as HubSpot tells it. */
export async function readDeal(stage, id) {
  const { properties } = await stage.hubspot('GET', `/v3/objects/deals/${id}?properties=${DEAL.join(',')}`);
  const { dealname: name, dealstage: stage_, ...rest } = properties;
  const wanted = Object.fromEntries(DEAL.slice(2).map((key) => [key, rest[key] ?? null]));
  return {
    id,
    name,
    stage: stage_,
    ...wanted,
    company: await readCompany(stage, id),
    items: await readLinked(stage, id, 'line_items', ITEM),
    attachments: await readAttachments(stage, id),
  };
}

/** The document as PandaDoc tells it. */
export async function readDocument(stage, id) {
  const { name, status, grand_total: total, pricing, tokens } = await stage.pandadoc('GET', `/documents/${id}/details`);
  const items = (pricing.tables ?? []).flatMap((table) => table.items);
  return {
    id,
    name,
    status,
    total: `${total.amount} ${total.currency}`,
    variables: Object.fromEntries(tokens.filter((token) => token.value).map((token) => [token.name, token.value])),
    rows: items.map((row) => ({ id: row.id, name: row.name, quantity: row.qty, price: row.price })),
  };
}

export const rowNamed = (document, name) => document.rows.find((row) => row.name === name);

async function readLinked(stage, dealId, type, properties) {
  const { results } = await stage.hubspot('GET', `/v4/objects/deals/${dealId}/associations/${type}`);
  if (results.length === 0) return [];
  const inputs = results.map(({ toObjectId }) => ({ id: String(toObjectId) }));
  const read = await stage.hubspot('POST', `/v3/objects/${type}/batch/read`, { properties, inputs });
  const shown = read.results.map((item) => ({
    id: item.id,
    ...Object.fromEntries(properties.filter((key) => item.properties[key]).map((key) => [key, item.properties[key]])),
  }));
  return shown.sort((a, b) => Number(a.id) - Number(b.id));
}

async function readCompany(stage, dealId) {
  const { results } = await stage.hubspot('GET', `/v4/objects/deals/${dealId}/associations/companies`);
  const primary = results.find(({ associationTypes }) => associationTypes.some(({ typeId }) => typeId === 5));
  if (!primary) return null;
  return (await stage.hubspot('GET', `/v3/objects/companies/${primary.toObjectId}?properties=name`)).properties.name;
}

async function readAttachments(stage, dealId) {
  const notes = await readLinked(stage, dealId, 'notes', ['hs_attachment_ids', 'hs_note_body']);
  return notes.map((note) => ({
    id: note.id,
    file: note.hs_attachment_ids,
    note: String(note.hs_note_body ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60),
  }));
}
