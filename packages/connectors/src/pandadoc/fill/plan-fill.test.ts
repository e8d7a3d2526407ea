import { describe, expect, it } from '@jest/globals';
import type { LineItem } from '../../sdk/pricing-row.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { details, lineItem, quote, table } from '../testing/pricing-samples.js';
import { FillData, planFill } from './plan-fill.js';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- request bodies, looked into

function plan(document: DocumentDetails, lineItems: LineItem[], currency: string | null = null) {
  const { data, ...rest } = planFill(document, { tokens: [], lineItems, currency }, {});
  const { patch, quotes } = FillData.parse(data);
  return { ...rest, tables: ((patch as Json)?.pricing_tables ?? []) as Json[], quotes: quotes as Json[] };
}

const withPricing = (tables: DocumentDetails['pricing']['tables'], quotes: DocumentDetails['pricing']['quotes'] = []) =>
  details({ pricing: { tables, quotes } });

const rule = (value: string, section: string) => ({
  enabled: true,
  action: { type: 'merge_to_section', section_id: section },
  condition: { field_name: 'Name', comparison: [{ type: 'contains', value }] },
});

describe('a pricing table that must change', () => {
  const document = withPricing([
    table([
      {
        id: 'r1',
        name: 'Typed by hand',
        qty: '1',
        price: '5.50',
        cost: '2',
        discounts: { Discount: { type: 'percent', value: '10' }, Partner: { type: 'absolute', value: '3' } },
        taxes: { VAT: { type: 'percent', value: '19' } },
        options: { optional: true, optional_selected: false },
        custom_fields: { mine: 'kept' },
      },
      { id: 'r2', name: 'Product 1', qty: '1', price: '10', custom_fields: { hubspot_line_item_id: '1' } },
    ]),
  ]);

  it('is sent with all four parts and with every row in full', () => {
    const { tables } = plan(document, [lineItem('1', { price: '12.30' })]);
    expect(tables).toEqual([
      {
        name: 'Pricing Table 1',
        data_merge: false,
        options: {},
        sections: [
          {
            title: 'Products',
            default: true,
            multichoice_enabled: false,
            rows: [
              {
                options: { optional: true, optional_selected: false },
                data: {
                  name: 'Typed by hand',
                  description: '',
                  price: 5.5,
                  qty: 1,
                  sku: '',
                  cost: 2,
                  Discount: { type: 'percent', value: 10 },
                  Partner: { type: 'absolute', value: 3 },
                  VAT: { type: 'percent', value: 19 },
                },
                custom_fields: { mine: 'kept' },
              },
              {
                options: { optional: false, optional_selected: false },
                data: { name: 'Product 1', description: '', price: 12.3, qty: 1, sku: '' },
                custom_fields: { hubspot_line_item_id: '1' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps a row whose numbers are only written differently', () => {
    expect(
      plan(document, [lineItem('1', { price: '10.00', quantity: '1.0', sku: '', description: '' })]).changes,
    ).toEqual([]);
  });

  it('takes over the place of a line item that was made anew', () => {
    const { changes } = plan(document, [lineItem('9', { name: 'Product 1' })]);
    expect(changes).toMatchObject([{ property: 'line_item_id', before: '1', after: '9' }]);
  });

  it('follows the currency of the deal with all its rows', () => {
    const { tables, changes } = plan(document, [lineItem('1')], 'USD');
    expect(tables[0].options).toEqual({ currency: 'USD' });
    expect(tables[0].sections[0].rows).toHaveLength(2);
    expect(changes).toMatchObject([
      { target: { type: 'pricing_table' }, property: 'currency', before: 'EUR', after: 'USD' },
    ]);
  });
});

describe('columns that somebody added to a table', () => {
  const row = (merged: object, more: object = {}) => ({
    name: 'Product 1',
    qty: '2',
    price: '10',
    custom_fields: { hubspot_line_item_id: '1' },
    merged_data: { custom_name: 'Product 1', title2: 'Product 1', custom_qty: '2.00', worth: '10.0', ...merged },
    ...more,
  });

  it('are sent back under their external names, with the standard ones found by name or value', () => {
    const items = [row({ colour: 'red', custom_discount: { type: 'percent', value: '5' }, subtotal: '20' })];
    const item = lineItem('1', { quantity: '3', discount: { type: 'absolute', value: '4' } });
    const [sent] = plan(withPricing([table(items)]), [item]).tables;
    expect(sent.data_merge).toBe(true);
    expect(sent.sections[0].rows[0].data).toEqual({
      custom_name: 'Product 1',
      title2: 'Product 1',
      custom_qty: 3,
      worth: 10,
      colour: 'red',
      custom_discount: { type: 'absolute', value: 4 },
    });
  });

  it('cause a note where PandaDoc does not tell the names of the standard ones', () => {
    const items = [row({}, { merged_data: {}, custom_columns: { Colour: 'red' } })];
    const { tables, notes } = plan(withPricing([table(items)]), [lineItem('1', { quantity: '3' })]);
    expect(tables[0]).toMatchObject({ data_merge: false });
    expect(tables[0].sections[0].rows[0].data.Colour).toBe('red');
    expect(notes[0]?.message).toContain('Colour');
  });
});

describe('multiple choice', () => {
  const choice = (name: string, selected: boolean) => ({
    name,
    qty: '1',
    price: '1',
    options: { multichoice_enabled: true, multichoice_selected: selected },
  });

  it('stays a choice, with a note that its title is lost', () => {
    const document = withPricing([table([{ name: 'First' }, choice('Small', false), choice('Large', true)])]);
    const { tables, notes } = plan(document, [lineItem('1')]);
    expect(tables[0].sections).toMatchObject([
      { multichoice_enabled: false, default: true, rows: [{ data: { name: 'First' } }] },
      {
        multichoice_enabled: true,
        default: false,
        rows: [{ options: { multichoice_selected: false } }, { options: { multichoice_selected: true } }],
      },
      { multichoice_enabled: false, default: false, rows: [{ data: { name: 'Product 1' } }] },
    ]);
    expect(notes[0]).toMatchObject({ subject: 'Pricing Table 1', message: expect.stringContaining('titles') });
  });

  it('of two sections side by side is not mixed up: the import is refused', () => {
    const document = withPricing([table([choice('A', true), choice('B', true)])]);
    expect(() => plan(document, [lineItem('1')])).toThrow(/several multiple-choice sections side by side/);
    expect(plan(document, []).changes).toEqual([]);
  });
});

describe('a document with several blocks', () => {
  const two = [table([], { id: 'a', name: 'One' }), table([], { id: 'b', name: 'Two' })];

  it('gets new products in its first table', () => {
    const { tables } = plan(withPricing(two, [quote([{ id: 's' }])]), [lineItem('1')]);
    expect(tables.map(({ name }) => name)).toEqual(['One']);
  });

  it('gets them in the quotes whose rules want them instead', () => {
    const ruled = quote(
      [
        { id: 's1', items: [] },
        { id: 's2', items: [] },
      ],
      { merge_rules: [rule('Product', 's2')] },
    );
    const { tables, quotes } = plan(withPricing(two, [ruled]), [lineItem('1')]);
    expect(tables).toEqual([]);
    expect(quotes[0].body.sections).toMatchObject([{ id: 's1' }, { id: 's2', items: [{ reference_id: '1' }] }]);
  });

  it('keeps a product in every table that has it, and does not copy it by a mere name', () => {
    const known = (id: string) => ({ id, name: 'Product 1', sku: 'S', qty: '1', price: '9' });
    const byName = { id: 'z', name: 'Product 1', qty: '1', price: '9' };
    const tables = [
      table([known('x')], { id: 'a', name: 'One' }),
      table([known('y'), byName], { id: 'b', name: 'Two' }),
    ];
    const { changes } = plan(withPricing(tables), [lineItem('1', { sku: 'S', price: '10' })]);
    expect(changes.map(({ target, property }) => [target.id, property])).toEqual([
      ['a:x', 'price'],
      ['b:y', 'price'],
    ]);
  });

  it('keeps one row of a product in each table and removes the others', () => {
    const row = (id: string) => ({ id, name: 'Product 1', sku: 'S', qty: '1', price: '10' });
    const { changes } = plan(withPricing([table([row('x'), row('y')])]), [lineItem('1', { sku: 'S' })]);
    expect(changes).toMatchObject([{ operation: 'delete', target: { id: 'table-1:y' } }]);
  });

  it('is refused when two tables to be written have the same name', () => {
    const twins = [table([], { id: 'a', name: 'Same' }), table([], { id: 'b', name: 'Same' })];
    expect(() => plan(withPricing(twins), [lineItem('1')])).toThrow(/finds pricing tables by their name/);
  });
});

describe('a quote that must change', () => {
  it('names what stays only by its id', () => {
    const item = (id: string, reference: string) => ({
      id,
      name: `Product ${reference}`,
      qty: '1',
      price: '10',
      reference_id: reference,
      billing_frequency: 'monthly',
      contract_term: '12',
      discounts: { Partner: { type: 'percent', value: '5' } },
    });
    const sections = [
      { id: 's1', name: 'Base', items: [item('i1', '1'), item('i2', '2')] },
      { id: 's2', name: 'Extra', items: [item('i3', '3')] },
    ];
    const five = { type: 'percent' as const, value: '5' };
    const items = [
      lineItem('1', { discount: five }),
      lineItem('2', { discount: { type: 'absolute', value: '2' }, quantity: '4' }),
      lineItem('3', { discount: five }),
    ];
    const { quotes } = plan(withPricing([], [quote(sections)]), items);
    expect(quotes[0].body.sections).toMatchObject([
      {
        id: 's1',
        name: 'Base',
        items: [
          { id: 'i1' },
          {
            id: 'i2',
            qty: 4,
            billing_frequency: 'monthly',
            contract_term: 12,
            discounts: { Partner: { type: 'flat', value: 2 } },
          },
        ],
      },
      { id: 's2' },
    ]);
    expect(quotes[0].body.sections[0].items[0]).toEqual({ id: 'i1' });
    expect(quotes[0].body.sections[1]).toEqual({ id: 's2' });
  });

  it('gets its first section from us when it has none', () => {
    const { quotes } = plan(withPricing([], [quote([])]), [lineItem('1')]);
    expect(quotes[0].body.sections).toMatchObject([{ name: 'Products', items: [{ reference_id: '1' }] }]);
  });
});
