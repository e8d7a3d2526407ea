import { describe, expect, it } from '@jest/globals';
import { pricingTable, productOf, quoteItem } from './product-rows.js';
import { filledQuote, type QuoteBlock } from './quote-sections.js';

const item = (properties: Record<string, string>) =>
  productOf({ id: '9', properties: { name: 'Chair', ...properties } });

describe('a line item in a document', () => {
  it('has its discount per unit taken off the whole line', () => {
    expect(item({ price: '12.50', quantity: '3', discount: '0.1' })).toMatchObject({
      price: 12.5,
      qty: 3,
      discount: { type: 'absolute', value: 0.3 },
    });
  });

  it('keeps its discount in per cent', () => {
    expect(item({ hs_discount_percentage: '10', discount: '' }).discount).toEqual({ type: 'percent', value: 10 });
  });

  it('is known again in a table by a custom field, in a quote by its reference', () => {
    const product = item({ hs_sku: 'C-1', discount: '2', quantity: '2' });
    expect(pricingTable('Prices', [product], 'EUR')).toMatchObject({
      name: 'Prices',
      options: { currency: 'EUR' },
      sections: [{ rows: [{ data: { sku: 'C-1' }, custom_fields: { hubspot_line_item_id: '9' } }] }],
    });
    expect(quoteItem(product)).toMatchObject({
      reference_id: '9',
      discounts: { Discount: { type: 'flat', value: 4 } },
    });
  });

  it('leaves the currency to the template when the deal has none', () => {
    expect(pricingTable('Prices', [], '')).toMatchObject({ options: {} });
    expect(filledQuote({ id: 'q', sections: [], merge_rules: [] }, [], '')).toEqual({ sections: [] });
  });
});

describe('the sections of a quote', () => {
  const rule = (section_id: string, type: 'contains' | 'does_not_contain'): QuoteBlock['merge_rules'][number] => ({
    enabled: true,
    action: { section_id },
    condition: { field_name: 'Name', comparison: [{ type, value: 'Support' }] },
  });
  const sections = [{ id: 'a' }, { id: 'b' }];
  const products = [item({ name: 'Chair' }), item({ name: 'Support, one year' })];
  const names = (body: object) =>
    (body as { sections: { items: { name: string }[] }[] }).sections.map(({ items }) => items.map(({ name }) => name));

  it('take each product by the first rule that it meets', () => {
    const merge_rules = [rule('b', 'contains'), rule('a', 'does_not_contain')];
    expect(names(filledQuote({ id: 'q', sections, merge_rules }, products, 'EUR'))).toEqual([
      ['Chair'],
      ['Support, one year'],
    ]);
  });

  it('leave out what meets no rule', () => {
    expect(names(filledQuote({ id: 'q', sections, merge_rules: [rule('b', 'contains')] }, products, 'EUR'))).toEqual([
      [],
      ['Support, one year'],
    ]);
  });

  it('without rules hold everything in the first', () => {
    expect(names(filledQuote({ id: 'q', sections, merge_rules: [] }, products, 'EUR'))).toEqual([
      ['Chair', 'Support, one year'],
      [],
    ]);
  });
});
