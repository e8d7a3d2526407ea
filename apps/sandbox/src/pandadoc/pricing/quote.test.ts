import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
let id: string;
let quote: Json;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());
beforeEach(async () => {
  id = await draftFrom(twin, templateIds.quoteAgreement);
  quote = (await details()).pricing.quotes[0];
});

const details = async () => (await twin.api(`GET /documents/${id}/details`)).body;
const put = (body: object) => twin.api(`PUT /documents/${id}/quotes/${quote.id}`, body);
const item = (name: string, more: object = {}) => ({
  name,
  price: 24,
  qty: 5,
  options: { qty_editable: true },
  ...more,
});
const names = (section: Json) => section.items.map((one: Json) => one.name);

describe('a quote', () => {
  it('starts with the sections, columns and merge rules of the template under ids of its own', () => {
    expect(quote.sections.map((section: Json) => [section.name, section.settings.optional])).toEqual([
      ['Products', false],
      ['Extras', true],
    ]);
    const [template] = twin.world.state.templates.flatMap(({ quotes }) => quotes);
    expect(quote.id).not.toBe(template!.id);
    expect(quote.merge_rules[0].action.section_id).toBe(quote.sections[0].id);
    const columns = quote.sections[0].columns;
    expect(columns).toContainEqual({ header: 'SKU', name: 'SKU', merge_name: 'SKU', hidden: true });
    expect(columns).toContainEqual({
      header: 'Delivery Week',
      name: 'Delivery Week',
      merge_name: 'delivery_week',
      hidden: false,
    });
  });

  it('answers an update with the whole quote, amounts as texts and defaults filled in', async () => {
    const [products, extras] = quote.sections;
    const answer = await put({
      sections: [{ id: products.id, items: [item('Panda', { reference_id: '55' }), {}] }, { id: extras.id }],
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: quote.id, currency: 'EUR', total: '120' });
    expect(answer.body.sections[0].items).toMatchObject([
      {
        name: 'Panda',
        sku: '#',
        price: '24',
        qty: '5',
        total: '120',
        reference_type: 'public-api',
        reference_id: '55',
        options: { selected: true, qty_editable: true },
        merged_data: { Name: 'Panda', Price: '24', Quantity: '5', SKU: '#', Cost: '0' },
      },
      { name: '', qty: '1', price: '0' },
    ]);
    expect((await details()).grand_total).toEqual({ amount: '120.00', currency: 'EUR' });
  });

  it('keeps what comes by id alone, changes what comes with values, deletes what is missing, makes what is new', async () => {
    const [products] = quote.sections;
    const first = await put({ sections: [{ id: products.id, items: ['A', 'B', 'C'].map((name) => item(name)) }] });
    expect(first.body.sections.map((section: Json) => section.name)).toEqual(['Products']);
    const [a, b] = first.body.sections[0].items;
    const unknown = '11111111-2222-4333-8444-555555555555';
    const second = await put({
      sections: [
        { name: 'New', items: [item('D')] },
        { id: products.id, items: [{ id: b.id, qty: '9' }, { id: a.id }, { ...item('E'), id: unknown }] },
      ],
    });
    const [created, kept] = second.body.sections;
    expect([created.name, names(created)]).toEqual(['New', ['D']]);
    expect(created.columns).toEqual(products.columns);
    expect(names(kept)).toEqual(['B', 'A', 'E']);
    expect(kept.items[0]).toMatchObject({ id: b.id, qty: '9', price: '24' });
    expect(kept.items[1]).toEqual(a);
    expect(kept.items[2].id).not.toBe(unknown);
  });

  it('keeps a section as it is when only its id is sent, and all of them without `sections`', async () => {
    const [products, extras] = quote.sections;
    await put({ sections: [{ id: products.id, items: [item('A')] }, { id: extras.id }] });
    const after = (await put({ currency: 'USD' })).body;
    expect(after).toMatchObject({ currency: 'USD', total: '120' });
    const again = (await put({ sections: [{ id: products.id }, { id: extras.id }] })).body;
    expect(again.sections).toEqual(after.sections);
    expect((await details()).grand_total.currency).toBe('USD');
  });

  it('leaves out items that are not selected and optional sections that are not', async () => {
    const [products, extras] = quote.sections;
    const unselected = item('B', { options: { qty_editable: true, selected: false } });
    await put({
      sections: [
        { id: products.id, items: [item('A'), unselected] },
        { id: extras.id, items: [item('C')] },
      ],
    });
    const total = async () => (await details()).pricing.total;
    expect(await total()).toBe('120');
    await twin.control(`PATCH /documents/${id}/blocks/${quote.id}`, { selected_sections: { Extras: true } });
    expect(await total()).toBe('240');
  });

  it('applies item and summary discounts and separates what recurs', async () => {
    const [products] = quote.sections;
    const { body } = await put({
      sections: [
        {
          id: products.id,
          items: [
            item('A', { discounts: { Sale: { type: 'percent', value: 50 } } }),
            item('B', { discounts: { Sale: { type: 'flat', value: 20 } } }),
            item('C', { billing_frequency: 'monthly', contract_term: 12 }),
          ],
        },
      ],
      summary: { discounts: { Global: { type: 'flat', value: 10 } } },
    });
    expect(body.sections[0].items.map((one: Json) => one.total)).toEqual(['60', '100', '120']);
    expect(body.sections[0].items[2]).toMatchObject({ contract_term: '12', overall_total: '1440' });
    expect(body.summary).toMatchObject({
      one_time_subtotal: '160',
      recurring_subtotal: [{ billing_cycle: 'monthly', value: '120' }],
      total_discount: '10',
    });
    expect(body.total).toBe('270');
  });

  it('shows custom columns, with the section saying which are hidden', async () => {
    const [products] = quote.sections;
    const custom_columns = { 'Delivery Week': 'W12', Warranty: '2 years' };
    const { body } = await put({ sections: [{ id: products.id, items: [item('A', { custom_columns })] }] });
    expect(body.sections[0].items[0]).toMatchObject({ custom_columns, merged_data: { delivery_week: 'W12' } });
  });
});

describe('a quote update', () => {
  it('is refused with 409 when the document is not a draft', async () => {
    await twin.api(`POST /documents/${id}/send`, {});
    expect(await put({ currency: 'USD' })).toMatchObject({ status: 409, body: { id, status: 'document.sent' } });
  });

  it('is refused with 413 above 512 KiB', async () => {
    const big = item('A', { description: 'x'.repeat(530_000) });
    expect((await put({ sections: [{ items: [big] }] })).status).toBe(413);
  });

  it('is refused with 404 for a quote that the document does not have', async () => {
    expect((await twin.api(`PUT /documents/${id}/quotes/${id}`, {})).status).toBe(404);
  });

  it.each([
    ['an absolute discount, which quotes call flat', { discounts: { a: { type: 'absolute', value: 1 } } }],
    ['a price in words', { price: 'dear' }],
    ['options without qty_editable', { options: { selected: true } }],
    ['an unknown billing frequency', { billing_frequency: 'daily' }],
  ])('is refused for %s', async (_what, more) => {
    expect((await put({ sections: [{ items: [item('A', more)] }] })).status).toBe(400);
  });

  it('comes in a batch as well, each quote with its own outcome', async () => {
    const { status, body } = await twin.api(`PATCH /documents/${id}/quotes`, {
      quotes: [{ id: quote.id, currency: 'USD' }, { id: 'another' }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      count: 2,
      results: [
        { id: quote.id, status: 'ok', quote: { currency: 'USD' } },
        { id: 'another', status: 'conflict', description: expect.any(String) },
      ],
    });
  });
});
