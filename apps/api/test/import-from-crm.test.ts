import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { BLOCKS, CHAIR, DESK, rowsOf } from './line-item-cases.js';

describe.each(BLOCKS)('Import from CRM into %s', (_block, template) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('import-from-crm');
  });
  afterAll(() => desk.close());

  /** As with the button: a person asks for it. */
  async function importNow(document: string) {
    const { status, body } = await desk.api('POST', '/api/runs', { recipe: 'import-from-crm', document_id: document });
    expect(status).toBe(202);
    await desk.settled();
    return (await desk.runs(document, 'import-from-crm')).find((run) => run.event_id === body.event_id);
  }

  const names = async (document: string) => (await rowsOf(desk, document)).map((row) => row.name).sort();

  it('adds products that were added to the deal, removes those that left it and changes values', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const document = await desk.document(deal, template);
    const lines = await desk.lines(deal);
    await desk.hubspot('DELETE', `/crm/v3/objects/line_items/${lines.find((line) => line.name === 'Chair')!.id}`);
    await desk.hubspot('PATCH', `/crm/v3/objects/line_items/${lines.find((line) => line.name === 'Desk')!.id}`, {
      properties: { quantity: '9', price: '390' },
    });
    await desk.addLine(deal, { name: 'Lamp', price: '80', quantity: '1', hs_sku: 'T-LAMP' });

    const run = await importNow(document);
    expect(run.error).toBeNull();
    expect(await names(document)).toEqual(['Desk', 'Lamp']);
    const row = (await rowsOf(desk, document)).find((candidate) => candidate.name === 'Desk');
    expect(row).toMatchObject({ qty: '9', price: '390' });
  });

  it('has nothing left to do the second time', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    await desk.addLine(deal, CHAIR);
    await importNow(document);
    const { body } = await desk.api('POST', '/api/preview', { recipe: 'import-from-crm', document_id: document });
    expect(body.steps.at(-1).plan.changes).toEqual([]);
  });

  it('follows the deal’s currency', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    await desk.hubspot('PATCH', `/crm/v3/objects/deals/${deal}`, { properties: { deal_currency_code: 'USD' } });
    await importNow(document);
    expect((await desk.details(document)).grand_total.currency).toBe('USD');
  });

  it('leaves the currency alone when Deal.DealCurrencyCode is empty', async () => {
    const deal = await desk.deal({ deal_currency_code: 'GBP' }, [DESK]);
    const document = await desk.document(deal, template);
    await desk.hubspot('PATCH', `/crm/v3/objects/deals/${deal}`, { properties: { deal_currency_code: '' } });
    await desk.addLine(deal, CHAIR);
    await importNow(document);
    expect((await desk.details(document)).grand_total.currency).toBe('GBP');
    expect(await names(document)).toEqual(['Chair', 'Desk']);
  });

  it('updates variables, and never fields or role variables', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    const before = await desk.details(document);
    await desk.hubspot('PATCH', `/crm/v3/objects/deals/${deal}`, {
      properties: { dealname: 'Northwind, renamed', po_number: 'PO-9' },
    });
    await importNow(document);

    const after = await desk.details(document);
    const token = (name: string, details: { tokens: { name: string; value: string }[] }) =>
      details.tokens.find((candidate) => candidate.name === name)?.value;
    expect(token('Deal.Name', after)).toBe('Northwind, renamed');
    expect(token('Client.FirstName', after)).toBe(token('Client.FirstName', before));
    expect(after.fields).toEqual(before.fields);
  });

  it('refuses a document that is not a Draft, and says why', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    await desk.act(document, 'send');
    await desk.settled();
    const before = await rowsOf(desk, document);
    await desk.addLine(deal, CHAIR);

    const run = await importNow(document);
    expect(run.status).toBe('failed');
    expect(run.reason ?? run.error.message).toMatch(/sent.*draft/i);
    expect(await rowsOf(desk, document)).toEqual(before);
  });

  it('follows a change of the deal by itself', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    await desk.poll();
    await desk.addLine(deal, CHAIR);
    await desk.poll();
    await desk.settled();
    expect(await names(document)).toEqual(['Chair', 'Desk']);
  });
});
