import { createDeal, readDeal, readDocument, rowNamed } from './remote.mjs';
import { differences, heading, line, said } from './print.mjs';
import { untilDone } from './until-done.mjs';

const STAGES = {
  'document.sent': 'contractsent',
  'document.completed': 'closedwon',
  'document.declined': 'closedlost',
};
const BOTH = ['document.sent', 'document.completed'];

/** One deal from its first draft to the signature. */
export async function play(stage) {
  const [template] = (await stage.pandadoc('GET', '/templates?q=Sales%20proposal')).results;
  await switchOn(stage, template.id);

  heading('Anna, in sales, has a deal in HubSpot');
  const dealId = await createDeal(stage);
  let deal = await readDeal(stage, dealId);
  line(`${deal.name}: stage ${deal.stage}, ${deal.items.length} line items, amount ${deal.amount ?? 'empty'}`);

  heading('She makes a document of it with PandaDoc’s card');
  const { document_id: documentId } = await stage.act('POST', '/play/documents', {
    deal_id: dealId,
    template_id: template.id,
  });
  let document = await readDocument(stage, documentId);
  line(`“${document.name}”, ${document.status}: ${document.rows.length} rows, total ${document.total}`);

  heading('The deal changes: 25 seats instead of 10, and an onboarding day');
  await changeDeal(stage, deal);
  said('Import from CRM brings the draft up to date');
  await stage.api('POST', '/runs', { recipe: 'import-from-crm', document_id: documentId });
  await untilDone(stage, documentId);
  document = differences(document, await readDocument(stage, documentId));
  deal = await readDeal(stage, dealId);

  heading('Anna gives a discount in the document and sends it');
  const seats = rowNamed(document, 'Seat, one year');
  await stage.act('PATCH', `/pandadoc/documents/${documentId}/rows/${seats.id}`, {
    discount: { type: 'percent', value: '10' },
  });
  await stage.act('POST', `/pandadoc/documents/${documentId}/send`, {});
  await untilDone(stage, documentId);
  said('The deal follows');
  deal = differences(deal, await readDeal(stage, dealId));

  heading('The customer fills in the fields and signs');
  await stage.act('PATCH', `/pandadoc/documents/${documentId}/fields`, {
    'Deal.PoNumber': 'PO-2026-118',
    'Deal.ContractStart': '2027-01-01T00:00:00.000Z',
    'Deal.ContractType': 'New',
    'Deal.PaymentTerms': 'Net 30',
    'Deal.Signed': true,
    'Company.Name': 'Northwind Trading SAS',
  });
  await stage.act('POST', `/pandadoc/documents/${documentId}/sign`, {});
  await untilDone(stage, documentId);
  said('The deal follows');
  differences(deal, await readDeal(stage, dealId));

  heading('What ran');
  await printRuns(stage, documentId);
  line('');
  line(
    `The deal in the sandbox: ${stage.sandboxUrl}   The runs in Tandem: ${stage.appUrl}/api/runs?document=${documentId}`,
  );
}

async function switchOn(stage, templateId) {
  const automations = [
    ['import-from-crm', {}],
    ['change-deal-stage', { pipeline: 'default', stages: STAGES }],
    ['attach-pdf', { statuses: BOTH }],
    ['update-deal-properties', { statuses: BOTH }],
    ['update-line-items', { statuses: BOTH, add_and_delete: true }],
  ];
  for (const [recipe, settings] of automations) {
    await stage.api('PUT', '/automations', { recipe, template_id: templateId, enabled: true, settings });
  }
}

async function changeDeal(stage, deal) {
  const seats = deal.items.find(({ name }) => name === 'Seat, one year');
  await stage.hubspot('PATCH', `/v3/objects/line_items/${seats.id}`, { properties: { quantity: '25' } });
  await stage.hubspot('POST', '/v3/objects/line_items', {
    properties: { name: 'Onboarding day', hs_sku: 'DEMO-DAY', price: '900', quantity: '1' },
    associations: [{ to: { id: deal.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] }],
  });
}

async function printRuns(stage, documentId) {
  const { items } = await stage.api('GET', `/runs?document=${documentId}`);
  for (const run of items.toReversed()) {
    const took = run.finished_at
      ? `${Date.parse(run.finished_at) - Date.parse(run.started_at ?? run.created_at)} ms`
      : '';
    line(`${run.recipe.name.padEnd(36)} ${run.status.padEnd(28)} ${took.padStart(8)}`);
  }
}
