import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

/** The pricing table of a document made with these sections. */
async function tableOf(sections: object[], more: object = {}): Promise<{ id: string; document: Json; table: Json }> {
  const id = await draftFrom(twin, templateIds.salesProposal, {
    pricing_tables: [{ name: 'Pricing Table 1', data_merge: false, options: {}, sections, ...more }],
  });
  const document = (await twin.api(`GET /documents/${id}/details`)).body;
  return { id, document, table: document.pricing.tables[0] };
}

const row = (data: object, options: object = {}, customFields: object = {}) => ({
  data: { name: 'Chair', price: 100, qty: 3, sku: 'C-1', ...data },
  options,
  custom_fields: customFields,
});
const section = (rows: object[], more: object = {}) => ({ title: 'Products', default: true, rows, ...more });

describe('a pricing table', () => {
  it('comes back flat, with texts for amounts and the custom fields of its creator', async () => {
    const { document, table } = await tableOf([
      section([row({}, {}, { hubspot_line_item_id: '990011', nothing: null })]),
      section([row({ Name: 'Lamp', PRICE: 29.99, QTY: 1 })], { title: 'More' }),
    ]);
    expect(table).toMatchObject({
      name: 'Pricing Table 1',
      currency: 'EUR',
      is_included_in_total: true,
      total: '329.99',
    });
    expect(table.items).toMatchObject([
      { name: 'Chair', sku: 'C-1', qty: '3', price: '100', custom_fields: { hubspot_line_item_id: '990011' } },
      { name: 'Lamp', price: '29.99', qty: '1' },
    ]);
    expect(table.items[0].custom_fields).not.toHaveProperty('nothing');
    expect(table).not.toHaveProperty('sections');
    expect(document.grand_total).toEqual({ amount: '329.99', currency: 'EUR' });
    expect(document.pricing).toMatchObject({ quotes: [], total: '329.99' });
    expect(document.tokens).toContainEqual({ name: 'Document.GrandTotal', value: '€329.99' });
  });

  it('takes a percentage off each line and an absolute discount off the whole line', async () => {
    const { table } = await tableOf([
      section([
        row({ discount: { type: 'percent', value: 10 } }),
        row({ discount: { type: 'absolute', value: 12.5 } }),
      ]),
    ]);
    expect(table.items).toMatchObject([
      { subtotal: '270', sale_price: '90', discount: { type: 'percent', value: '10' } },
      { subtotal: '287.5', discounts: { Discount: { type: 'absolute', value: '12.5' } } },
    ]);
    expect(table.total).toBe('557.5');
  });

  it('has a discount on the table of its own', async () => {
    const { table } = await tableOf([section([row({})])], {
      options: { Discount: { type: 'percent', name: 'Loyal customer', value: 5 } },
    });
    expect(table.summary).toEqual({ subtotal: '300', discount: '15', tax: '0', fee: '0', total: '285' });
  });

  it('counts optional rows only when they are selected', async () => {
    const { table } = await tableOf([
      section([row({}, { optional: true, optional_selected: true }), row({ price: 7, qty: 1 }, { optional: true })]),
    ]);
    expect(table.total).toBe('300');
    expect(table.items.map((item: Json) => item.options)).toMatchObject([
      { optional: true, optional_selected: true },
      { optional: true, optional_selected: false },
    ]);
  });

  it('counts one row of a multiple-choice section: the first that is marked, or the first', async () => {
    const { table } = await tableOf([
      section([row({ price: 1 }, { optional: true }), row({ price: 2 })], { multichoice_enabled: true }),
      section([row({ price: 10 }), row({ price: 20 }, { multichoice_selected: true })], { multichoice_enabled: true }),
    ]);
    expect(table.total).toBe('63');
    expect(table.items.map((item: Json) => item.options.multichoice_selected)).toEqual([true, false, false, true]);
    expect(table.items[0].options.optional).toBe(false);
  });

  it('takes custom columns by external name, shows the visible ones and merges all', async () => {
    const data = { Name: 'Chair', Price: 5, QTY: 2, delivery_week: '2026-W12', warranty: '2 years', stray: 'x' };
    const { table } = await tableOf([section([{ data, options: {} }])], { data_merge: true });
    const [item] = table.items;
    expect(item).toMatchObject({ name: 'Chair', price: '5', qty: '2' });
    expect(item.custom_columns).toEqual({ 'Delivery Week': '2026-W12' });
    expect(item.merged_data).toMatchObject({ Name: 'Chair', delivery_week: '2026-W12', warranty: '2 years' });
    expect(item.merged_data).not.toHaveProperty('stray');
  });

  it('knows lower-case keys only without data merge', async () => {
    const { table } = await tableOf([section([{ data: { name: 'Chair', price: 5 }, options: {} }])], {
      data_merge: true,
    });
    expect(table.items[0]).toMatchObject({ name: '', price: '0' });
  });

  it('stays out of the grand total when it is excluded', async () => {
    const { id } = await tableOf([section([row({})])]);
    await twin.control(`PATCH /documents/${id}/blocks/${encodeURIComponent('Pricing Table 1')}`, {
      is_included_in_total: false,
    });
    const document = (await twin.api(`GET /documents/${id}/details`)).body;
    expect(document.pricing.tables[0]).toMatchObject({ total: '300', is_included_in_total: false });
    expect(document.grand_total.amount).toBe('0.00');
  });

  it('is absent from documents without pricing', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    expect((await twin.api(`GET /documents/${id}/details`)).body.pricing).toEqual({});
  });

  it('takes no rows where the template does not add products to it', async () => {
    const { body: template } = await twin.control('POST /templates', {
      name: 'Fixed prices',
      roles: [{ id: 'r1', name: 'Client' }],
      tables: [
        { name: 'Fixed', automatically_add_products: false, sections: [{ rows: [{ name: 'Fee', price: 10 }] }] },
      ],
    });
    const pricing_tables = [{ name: 'Fixed', sections: [section([row({})])] }];
    const id = await draftFrom(twin, template.id, { pricing_tables });
    const { pricing } = (await twin.api(`GET /documents/${id}/details`)).body;
    expect(pricing.tables[0].items).toMatchObject([{ name: 'Fee', price: '10' }]);
  });
});

describe('rows that people edit', () => {
  it('follow recipients who change quantity and options after sending', async () => {
    const { id, table } = await tableOf([
      section([row({}, { qty_editable: true }), row({ price: 7, qty: 1 }, { optional: true })]),
    ]);
    await twin.api(`POST /documents/${id}/send`, {});
    const [first, second] = table.items;
    await twin.control(`PATCH /documents/${id}/rows/${first.id}`, { qty: 5, columns: { 'Delivery Week': 'W20' } });
    await twin.control(`PATCH /documents/${id}/rows/${second.id}`, { optional_selected: true });
    const { pricing, status } = (await twin.api(`GET /documents/${id}/details`)).body;
    expect(status).toBe('document.sent');
    expect(pricing.tables[0].items[0]).toMatchObject({ qty: '5', custom_columns: { 'Delivery Week': 'W20' } });
    expect(pricing.total).toBe('507');
  });

  it('are added, repriced, discounted, picked and removed', async () => {
    const { id, table } = await tableOf([section([row({}), row({ price: 200 })], { multichoice_enabled: true })]);
    const [first, second] = table.items;
    const total = async () => (await twin.api(`GET /documents/${id}/details`)).body.pricing.total;
    await twin.control(`PATCH /documents/${id}/rows/${second.id}`, { multichoice_selected: true });
    expect(await total()).toBe('600');
    await twin.control(`PATCH /documents/${id}/rows/${second.id}`, { discount: { type: 'absolute', value: 50 } });
    expect(await total()).toBe('550');
    await twin.control(`PATCH /documents/${id}/rows/${second.id}`, { discount: null, price: '10.10', qty: 1 });
    expect(await total()).toBe('10.1');
    const added = await twin.control(`POST /documents/${id}/rows`, { name: 'Lamp', price: 1 });
    expect(added.status).toBe(201);
    await twin.control(`DELETE /documents/${id}/rows/${second.id}`);
    expect(await total()).toBe('300');
    expect((await twin.control(`DELETE /documents/${id}/rows/${second.id}`)).status).toBe(404);
    expect((await twin.control(`PATCH /documents/${id}/rows/${first.id}`, { colour: 'red' })).status).toBe(400);
  });

  it('show a column once it is visible', async () => {
    const { id, table } = await tableOf([section([row({})])]);
    await twin.control(`PATCH /documents/${id}/rows/${table.items[0].id}`, { columns: { Warranty: '2 years' } });
    const shown = async () =>
      (await twin.api(`GET /documents/${id}/details`)).body.pricing.tables[0].items[0].custom_columns;
    expect(await shown()).toEqual({ 'Delivery Week': '' });
    await twin.control(`PATCH /documents/${id}/blocks/${table.id}`, { hidden: { Warranty: false } });
    expect(await shown()).toEqual({ 'Delivery Week': '', Warranty: '2 years' });
  });
});
