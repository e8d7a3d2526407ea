import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { addRow, CHAIR, DESK, editRow } from './line-item-cases.js';

describe('Choices that a customer makes in the document', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: true });
  });
  afterAll(() => desk.close());

  const names = async (deal: string) => (await desk.lines(deal)).map((line) => line.name);

  it('takes only the chosen row of a multiple-choice section', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    const row = (name: string, chosen: boolean) => ({
      options: { multichoice_selected: chosen },
      data: { name, sku: `C-${name}`, price: 100, qty: 1 },
    });
    await desk.pandadoc('PATCH', `/documents/${document}`, {
      pricing_tables: [
        {
          name: 'Pricing Table 1',
          data_merge: false,
          options: { currency: 'EUR' },
          sections: [
            {
              title: 'Choose one',
              default: false,
              multichoice_enabled: true,
              rows: [row('Silver', false), row('Gold', true), row('Black', false)],
            },
          ],
        },
      ],
    });
    await desk.complete(document);
    expect(await names(deal)).toEqual(['Gold']);
  });

  it('leaves out the items of an optional section of a quote that was not selected', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const document = await desk.document(deal, 'Quote agreement');
    const shown = await desk.shown(document);
    const quote = shown.quotes[0];
    const optional = quote.sections.find((section: { optional: boolean }) => section.optional);
    await addRow(desk, document, {
      block: quote.id,
      section: optional.id,
      name: 'Insurance',
      sku: 'T-INS',
      price: '20',
      qty: '1',
    });

    const select = (selected: boolean) =>
      desk.control('PATCH', `/pandadoc/documents/${document}/blocks/${quote.id}`, {
        selected_sections: { [optional.id]: selected },
      });
    await select(false);
    await desk.complete(document);
    expect(await names(deal)).toEqual(['Chair', 'Desk']);
  });

  it('keeps the items of an optional section that was selected', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Quote agreement');
    const quote = (await desk.shown(document)).quotes[0];
    const optional = quote.sections.find((section: { optional: boolean }) => section.optional);
    await addRow(desk, document, {
      block: quote.id,
      section: optional.id,
      name: 'Insurance',
      sku: 'T-INS',
      price: '20',
      qty: '1',
    });
    await desk.control('PATCH', `/pandadoc/documents/${document}/blocks/${quote.id}`, {
      selected_sections: { [optional.id]: true },
    });
    await desk.complete(document);
    expect(await names(deal)).toEqual(['Desk', 'Insurance']);
  });

  it('follows a quantity that the customer changed after the document was sent', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await desk.act(document, 'send');
    await desk.settled();
    await editRow(desk, document, 'Desk', { qty: '11' });
    await desk.act(document, 'sign');
    await desk.settled();
    expect((await desk.lines(deal))[0]).toMatchObject({ quantity: '11' });
  });

  it('leaves rows out of a table that does not count in the total', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await desk.control('PATCH', `/pandadoc/documents/${document}/blocks/${encodeURIComponent('Pricing Table 1')}`, {
      is_included_in_total: false,
    });
    await editRow(desk, document, 'Desk', { qty: '11' });
    await desk.complete(document);
    expect(await desk.lines(deal)).toEqual([]);
  });

  it('writes nothing of a document in which HubSpot refuses a single row', async () => {
    const deal = await desk.deal({ amount: '800' }, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await editRow(desk, document, 'Desk', { qty: '5' });
    await addRow(desk, document, { name: 'Lamp', sku: 'T-LAMP', price: '80', qty: '1' });
    await addRow(desk, document, { name: 'Credit', sku: 'T-CREDIT', price: '-50', qty: '1' });
    await desk.complete(document);

    const run = (await desk.runs(document)).at(-1);
    expect(run).toMatchObject({ status: 'failed', error: { class: 'validation' } });
    expect(JSON.stringify(run.error)).toContain('Credit');
    expect(await desk.lines(deal)).toEqual([expect.objectContaining({ name: 'Desk', quantity: '2' })]);
    expect(await desk.dealProperties(deal, 'amount')).toEqual({ amount: '800' });
  });
});
