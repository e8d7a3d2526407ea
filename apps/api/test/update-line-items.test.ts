import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { addRow, BLOCKS, CHAIR, DESK, editRow, removeRow } from './line-item-cases.js';

describe.each(BLOCKS)('Update line items from %s', (_block, template) => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: true });
  });
  afterAll(() => desk.close());

  const lastRun = async (document: string) => (await desk.runs(document)).at(-1);

  it('makes name, SKU, description, price, quantity and discount follow the document', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const document = await desk.document(deal, template);
    await editRow(desk, document, 'Desk', {
      name: 'Standing desk',
      sku: 'T-DESK-2',
      description: 'Adjustable',
      price: '450',
      qty: '3',
      discount: { type: 'percent', value: '10' },
    });
    await desk.complete(document);

    const lines = await desk.lines(deal);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({
      name: 'Standing desk',
      hs_sku: 'T-DESK-2',
      description: 'Adjustable',
      price: '450',
      quantity: '3',
      hs_discount_percentage: '10',
    });
  });

  it('makes the deal’s amount equal to its line items', async () => {
    const deal = await desk.deal({ amount: '1' }, [DESK, CHAIR]);
    const document = await desk.document(deal, template);
    await editRow(desk, document, 'Desk', { qty: '5', discount: { type: 'percent', value: '10' } });
    await desk.complete(document);
    const { amount } = await desk.dealProperties(deal, 'amount');
    expect(Number(amount)).toBe(5 * 400 * 0.9 + 4 * 150);
    const lines = await desk.lines(deal);
    expect(lines.reduce((sum, line) => sum + Number(line.amount), 0)).toBe(Number(amount));
    const { effects } = await lastRun(document);
    expect(effects.map(({ target }: { target: { currency: string } }) => target.currency)).toEqual(
      effects.map(() => 'EUR'),
    );
    expect(effects.length).toBeGreaterThan(1);
  });

  it('takes an absolute discount off the line', async () => {
    const deal = await desk.deal({}, [CHAIR]);
    const document = await desk.document(deal, template);
    await editRow(desk, document, 'Chair', { discount: { type: 'absolute', value: '60' } });
    await desk.complete(document);
    const [line] = await desk.lines(deal);
    expect(line).toMatchObject({ discount: '15' });
    expect(Number((await desk.dealProperties(deal, 'amount')).amount)).toBe(540);
  });

  it('adds, removes and keeps', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const [chair] = await desk.lines(deal);
    const document = await desk.document(deal, template);
    await removeRow(desk, document, 'Desk');
    await addRow(desk, document, { name: 'Lamp', sku: 'T-LAMP', price: '80', qty: '2' });
    await desk.complete(document);

    const lines = await desk.lines(deal);
    expect(lines.map((line) => line.name)).toEqual(['Chair', 'Lamp']);
    expect(lines[0]!.id).toBe(chair!.id);
    expect(lines[1]).toMatchObject({ hs_sku: 'T-LAMP', price: '80', quantity: '2' });
  });

  it('brings back an item that was deleted from the deal and removes one that was added to it', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const document = await desk.document(deal, template);
    const desk1 = (await desk.lines(deal)).find((line) => line.name === 'Desk');
    await desk.hubspot('DELETE', `/crm/v3/objects/line_items/${desk1!.id}`);
    await desk.addLine(deal, { name: 'Rug', price: '90', quantity: '1' });
    await desk.complete(document);
    expect((await desk.lines(deal)).map((line) => line.name)).toEqual(['Chair', 'Desk']);
  });

  it('keeps a selected optional row and removes an unselected one', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const document = await desk.document(deal, template);
    await editRow(desk, document, 'Desk', { optional: true, optional_selected: true, selected: true });
    await editRow(desk, document, 'Chair', { optional: true, optional_selected: false, selected: false });
    await desk.complete(document);
    expect((await desk.lines(deal)).map((line) => line.name)).toEqual(['Desk']);
  });

  it('lets the row that was changed last win when two rows speak of one product', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    const [item] = await desk.lines(deal);
    await addRow(desk, document, {
      ...{ name: 'Desk', sku: 'T-DESK', price: '400', qty: '2' },
      ...{ custom_fields: { hubspot_line_item_id: item!.id }, reference_id: item!.id },
    });
    await editRow(desk, document, 'Desk', { qty: '7' });
    await desk.complete(document);
    expect(await desk.lines(deal)).toEqual([expect.objectContaining({ id: item!.id, quantity: '7' })]);

    const run = await lastRun(document);
    expect((await desk.api('POST', `/api/runs/${run.id}/retry`, { mode: 'restart' })).status).toBe(202);
    await desk.settled();
    expect(await desk.lines(deal)).toEqual([expect.objectContaining({ id: item!.id, quantity: '7' })]);
  });

  it('stops with a clear error when the currencies differ, and writes nothing', async () => {
    const deal = await desk.deal({ deal_currency_code: 'EUR' }, [DESK]);
    const document = await desk.document(deal, template);
    const shown = await desk.shown(document);
    const block = shown.tables[0]?.id ?? shown.quotes[0]?.id;
    await desk.control('PATCH', `/pandadoc/documents/${document}/blocks/${block}`, { currency: 'USD' });
    await editRow(desk, document, 'Desk', { qty: '9' });
    await desk.complete(document);

    const run = await lastRun(document);
    expect(run).toMatchObject({ status: 'failed', error: { class: 'validation' } });
    expect(run.error.message).toMatch(/USD.*EUR|EUR.*USD/);
    expect((await desk.lines(deal))[0]).toMatchObject({ quantity: '2' });
  });

  it('creates each item once although HubSpot’s answer was lost', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    for (const name of ['Lamp', 'Rug', 'Shelf'])
      await addRow(desk, document, { name, sku: `T-${name}`, price: '10', qty: '1' });
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      path: 'line_items/batch/create',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    await desk.complete(document);
    await desk.settled(30_000);
    await desk.control('DELETE', '/faults');
    expect((await desk.lines(deal)).map((line) => line.name)).toEqual(['Desk', 'Lamp', 'Rug', 'Shelf']);
    const run = await lastRun(document);
    expect(run.effects.filter((effect: { operation: string }) => effect.operation === 'create')).toHaveLength(3);
  });

  it('changes nothing on the deal in a preview', async () => {
    const deal = await desk.deal({}, [DESK, CHAIR]);
    const document = await desk.document(deal, template);
    await removeRow(desk, document, 'Chair');
    const before = await desk.lines(deal);
    const { status, body } = await desk.api('POST', '/api/preview', {
      recipe: 'update-line-items',
      document_id: document,
    });
    expect(status).toBe(200);
    const plan = body.steps.at(-1).plan;
    expect(plan.changes).toContainEqual(expect.objectContaining({ operation: 'delete' }));
    expect(await desk.lines(deal)).toEqual(before);
  });
});

describe('Update line items without adding and deleting', () => {
  it('only changes the items that are on both sides', async () => {
    const desk = await Desk.open();
    try {
      await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: false });
      const deal = await desk.deal({}, [DESK, CHAIR]);
      const document = await desk.document(deal, 'Sales proposal');
      await removeRow(desk, document, 'Desk');
      await addRow(desk, document, { name: 'Lamp', sku: 'T-LAMP', price: '80', qty: '2' });
      await editRow(desk, document, 'Chair', { qty: '6' });
      await desk.complete(document);

      const lines = await desk.lines(deal);
      expect(lines.map((line) => [line.name, line.quantity])).toEqual([
        ['Chair', '6'],
        ['Desk', '2'],
      ]);
      expect((await desk.runs(document)).at(-1).status).toBe('succeeded_with_differences');
    } finally {
      await desk.close();
    }
  });
});
