import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../sandbox.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => call('POST', '/control/reset'));

const play = '/control/play/documents';
const hubspot = '/control/play/api/hubspot';
const pandadoc = '/control/play/api/pandadoc/public/v1';

async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(sandbox.url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

async function templateId(name: string): Promise<string> {
  const { body } = await call('GET', `${pandadoc}/templates?q=${encodeURIComponent(name)}`);
  return body.results[0].id;
}

/** The portal's first deal with line items; two of them are given what the tests look for. */
async function dealWithItems() {
  const { body } = await call('GET', `${hubspot}/crm/v3/objects/deals?limit=100&associations=line_items,contacts`);
  const deal = body.results.find(
    (one: any) => one.associations?.['line items']?.results.length >= 2 && one.associations.contacts, // eslint-disable-line @typescript-eslint/no-explicit-any -- remote shape
  );
  const items: string[] = deal.associations['line items'].results.map(({ id }: { id: string }) => id);
  await call('PATCH', `${hubspot}/crm/v3/objects/deals/${deal.id}`, {
    properties: { dealname: 'Big one', deal_currency_code: 'USD' },
  });
  await call('PATCH', `${hubspot}/crm/v3/objects/line_items/${items[0]}`, {
    properties: {
      name: 'Chair',
      hs_sku: 'C-1',
      price: '12.50',
      quantity: '4',
      discount: '0.5',
      hs_discount_percentage: '',
    },
  });
  return { id: deal.id as string, items };
}

describe('a document made on the card of a deal', () => {
  it('is a linked draft with the values of the deal, for its contact', async () => {
    const deal = await dealWithItems();
    const made = await call('POST', play, { deal_id: deal.id, template_id: await templateId('Sales proposal') });
    expect(made).toMatchObject({ status: 201, body: { status: 'document.draft', name: 'Sales proposal for Big one' } });

    const { body } = await call('GET', `${pandadoc}/documents/${made.body.document_id}/details`);
    expect(body.linked_objects).toMatchObject([{ provider: 'hubspot', entity_type: 'deal', entity_id: deal.id }]);
    expect(body.tokens).toEqual(
      expect.arrayContaining([
        { name: 'Deal.Name', value: 'Big one' },
        { name: 'Deal.DealCurrencyCode', value: 'USD' },
      ]),
    );
    expect(body.recipients.map(({ role }: { role: string }) => role)).toEqual(['Client', 'Sender']);
    expect(body.grand_total.currency).toBe('USD');
  });

  it('has a table row for each line item, which knows its line item', async () => {
    const deal = await dealWithItems();
    const made = await call('POST', play, { deal_id: deal.id, template_id: await templateId('Sales proposal') });

    const { body } = await call('GET', `${pandadoc}/documents/${made.body.document_id}/details`);
    const rows = body.pricing.tables[0].items;
    expect(rows.map((row: any) => row.custom_fields.hubspot_line_item_id)).toEqual(deal.items); // eslint-disable-line @typescript-eslint/no-explicit-any -- remote shape
    expect(rows[0]).toMatchObject({ name: 'Chair', sku: 'C-1', qty: '4', discount: { type: 'absolute', value: '2' } });
  });

  it('has quote items that refer to the line items', async () => {
    const deal = await dealWithItems();
    const made = await call('POST', play, { deal_id: deal.id, template_id: await templateId('Quote agreement') });

    const { body } = await call('GET', `${pandadoc}/documents/${made.body.document_id}/details`);
    const [quote] = body.pricing.quotes;
    const items = quote.sections.flatMap((section: { items: { reference_id: string }[] }) => section.items);
    expect(items.map((item: { reference_id: string }) => item.reference_id).sort()).toEqual(deal.items);
    expect(items[0]).toMatchObject({ name: 'Chair', discounts: { Discount: { type: 'flat', value: '2' } } });
    expect(quote.currency).toBe('USD');
  });

  it('goes to somebody else when that is asked', async () => {
    const deal = await dealWithItems();
    const recipient = { email: 'other@person.example', first_name: 'Other' };
    const made = await call('POST', play, { deal_id: deal.id, template_id: await templateId('Order form'), recipient });
    const { body } = await call('GET', `${pandadoc}/documents/${made.body.document_id}/details`);
    expect(body.recipients[0]).toMatchObject(recipient);
  });

  it('is made in spite of faults and leaves no trace in the log of calls', async () => {
    const deal = await dealWithItems();
    for (const api of ['hubspot', 'pandadoc']) {
      await call('POST', '/control/faults', { api, effect: { kind: 'preset', name: '500' } });
    }
    const made = await call('POST', play, { deal_id: deal.id, template_id: await templateId('Mutual NDA') });
    expect(made.status).toBe(201);
    expect((await call('GET', '/control/requests')).body.requests).toEqual([]);
  });

  it('is refused with a reason for a deal that is not there', async () => {
    const refused = await call('POST', play, { deal_id: '404404', template_id: await templateId('Mutual NDA') });
    expect(refused).toMatchObject({ status: 404, body: { error: expect.stringContaining('no deal 404404') } });
  });
});
