import { describe, expect, it } from '@jest/globals';
import { rowsOf } from './rows.js';
import { quote, table } from './testing/pricing-samples.js';

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe('the rows of a pricing table', () => {
  it('count unless they are optional and not selected', () => {
    const { rows, leftOut } = rowsOf({
      tables: [
        table([
          { name: 'Plain' },
          { name: 'Chosen', options: { optional: true, optional_selected: true } },
          { name: 'Not chosen', options: { optional: true, optional_selected: false } },
          { name: 'No optional row, whatever else is set', options: { optional: false, optional_selected: false } },
        ]),
      ],
      quotes: [],
    });
    expect(names(rows)).toEqual(['Plain', 'Chosen', 'No optional row, whatever else is set']);
    expect(leftOut).toEqual([
      { place: 'Pricing Table 1, row 3', name: 'Not chosen', reason: 'optional and not selected' },
    ]);
  });

  it('count in a multiple-choice section only when they are the choice', () => {
    const { rows, leftOut } = rowsOf({
      tables: [
        table([
          { name: 'Small', options: { multichoice_enabled: true, multichoice_selected: false } },
          { name: 'Large', options: { multichoice_enabled: true, multichoice_selected: true } },
        ]),
      ],
      quotes: [],
    });
    expect(names(rows)).toEqual(['Large']);
    expect(leftOut[0]?.reason).toBe('another choice was selected');
  });

  it('do not count when their table is not included in the total', () => {
    const { rows, leftOut } = rowsOf({ tables: [table([{ name: 'A' }], { is_included_in_total: false })], quotes: [] });
    expect(rows).toEqual([]);
    expect(leftOut[0]?.reason).toBe('its table is not included in the total');
  });

  it('take money as text or number, and miss nothing for what is absent', () => {
    const items = [{ id: 'r1', name: 'A', price: '33.0000000000', qty: 2, sku: '', description: '' }, { id: 'r2' }];
    expect(rowsOf({ tables: [table(items)], quotes: [] }).rows).toEqual([
      {
        key: 'table-1:r1',
        place: 'Pricing Table 1, row 1',
        line_item_id: null,
        sku: null,
        name: 'A',
        description: null,
        price: '33',
        quantity: '2',
        discount: null,
        columns: [],
      },
      expect.objectContaining({ key: 'table-1:r2', name: '', price: '0', quantity: '1' }),
    ]);
  });

  it('know their line item, and show only columns that somebody added', () => {
    const items = [
      {
        custom_fields: { hubspot_line_item_id: 990011 },
        custom_columns: {
          Images: '',
          Cost: '1',
          Subtotal: '2',
          'Delivery Week': '42',
          Warranty: null,
          Photo: { url: 'x' },
        },
      },
    ];
    expect(rowsOf({ tables: [table(items)], quotes: [] }).rows[0]).toMatchObject({
      line_item_id: '990011',
      columns: [
        { name: 'Delivery Week', value: '42' },
        { name: 'Warranty', value: '' },
      ],
    });
  });
});

describe('the items of a quote', () => {
  it('count unless they or their optional section are not selected', () => {
    const { rows, leftOut } = rowsOf({
      tables: [],
      quotes: [
        quote([
          { id: 's1', name: 'Base', items: [{ name: 'A' }, { name: 'B', options: { selected: false } }] },
          { id: 's2', name: 'Extra', items: [{ name: 'C' }], settings: { optional: true, selected: false } },
          { id: 's3', name: 'More', items: [{ name: 'D' }], settings: { optional: true, selected: true } },
          { id: 's4', name: 'Always', items: [{ name: 'E' }], settings: { optional: false, selected: false } },
        ]),
      ],
    });
    expect(names(rows)).toEqual(['A', 'D', 'E']);
    expect(leftOut).toEqual([
      { place: 'Quote, Base, row 2', name: 'B', reason: 'not selected' },
      { place: 'Quote, Extra, row 1', name: 'C', reason: 'its section is optional and not selected' },
    ]);
  });

  it('have no SKU when PandaDoc shows its "#", and a line item when their reference says so', () => {
    const sections = [
      { items: [{ id: 'i', sku: '#', reference_id: '77' }] },
      { items: [{ id: 'j', reference_id: '' }] },
    ];
    const { rows } = rowsOf({ tables: [], quotes: [quote(sections), quote([])] });
    expect(rows).toMatchObject([
      { key: 'quote-1:i', place: 'Quote 1, row 1', sku: null, line_item_id: '77' },
      { line_item_id: null },
    ]);
  });

  it('show the columns that are visible and not standard', () => {
    const columns = [
      { header: 'Name', name: 'Name', merge_name: 'Name', hidden: false },
      { header: 'Delivery Week', name: 'Delivery Week', merge_name: 'delivery_week', hidden: false },
      { header: 'Colour', name: 'Colour', merge_name: 'colour', hidden: 'false' },
      { header: 'Warranty', name: 'Warranty', merge_name: 'warranty', hidden: true },
      { header: 'Secret', name: 'Secret', merge_name: 'secret', hidden: 'true' },
      { header: 'Partner discount', name: 'Partner discount', merge_name: null, hidden: false },
    ];
    const item = {
      custom_columns: { 'Delivery Week': '42', Warranty: '2 years' },
      merged_data: { colour: 'red', secret: 'x' },
      discounts: { 'Partner discount': { type: 'flat', value: '3' } },
    };
    const { rows } = rowsOf({ tables: [], quotes: [quote([{ columns, items: [item] }])] });
    expect(rows[0]?.columns).toEqual([
      { name: 'Delivery Week', value: '42' },
      { name: 'Colour', value: 'red' },
    ]);
    expect(rows[0]?.discount).toEqual({ type: 'absolute', value: '3' });
  });
});
