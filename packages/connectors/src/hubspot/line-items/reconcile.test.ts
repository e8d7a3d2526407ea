import { describe, expect, it } from '@jest/globals';
import { DealModel, isEmpty } from '../testing/deal-model.js';
import { itemOf, rowOf } from '../testing/rows.js';

describe('line items follow the document', () => {
  it('creates what the deal lacks, updates what differs and deletes what no row wants', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', price: '9' }), itemOf('2', { hs_sku: 'OLD' })]);
    const plan = deal.follow([rowOf({ sku: 'A', price: '10' }), rowOf({ sku: 'B', name: 'New' })]);
    expect(plan.creates.map((create) => create.properties.hs_sku)).toEqual(['B']);
    expect(plan.updates).toEqual([
      {
        id: '1',
        place: 'Pricing Table 1, A',
        label: 'Widget',
        updates: [{ property: 'price', before: '9', after: '10' }],
      },
    ]);
    expect(plan.deletes.map((gone) => gone.id)).toEqual(['2']);
    expect(isEmpty(deal.plan([rowOf({ sku: 'A', price: '10' }), rowOf({ sku: 'B', name: 'New' })]))).toBe(true);
  });

  it('compares numbers as numbers, so "10.00" needs no update to become "10"', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', price: '10.00', quantity: '1.0' })]);
    expect(deal.plan([rowOf({ sku: 'A' })]).updates).toEqual([]);
  });

  it('only updates when adding and deleting is switched off, and says what it left', () => {
    const deal = new DealModel([
      itemOf('1', { hs_sku: 'A', price: '9' }),
      itemOf('2', { hs_sku: 'OLD', name: 'Old one' }),
    ]);
    const plan = deal.follow([rowOf({ sku: 'A', price: '12' }), rowOf({ sku: 'B', name: 'New one' })], false);
    expect(deal.values('hs_sku')).toEqual(['A', 'OLD']);
    expect(plan.notes).toEqual([
      { subject: 'Pricing Table 1, B', message: '"New one" was not added: adding and deleting is switched off.' },
      {
        subject: 'Line item "Old one"',
        message: 'Not deleted, though the document does not have it: adding and deleting is switched off.',
      },
    ]);
    expect(deal.amount).toBe('22');
  });

  it('clears what the document leaves empty', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', description: 'old words', hs_discount_percentage: '5' })]);
    const plan = deal.plan([rowOf({ sku: 'A' })]);
    expect(plan.updates[0]!.updates).toEqual([
      { property: 'description', before: 'old words', after: '' },
      { property: 'hs_discount_percentage', before: '5', after: '' },
    ]);
  });
});

describe('discounts', () => {
  it('writes a percentage as a percentage and clears the amount', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', discount: '3' })]);
    deal.follow([rowOf({ sku: 'A', price: '100', quantity: '2', discount: { type: 'percent', value: '10' } })]);
    expect(deal.items[0]!.properties).toMatchObject({ hs_discount_percentage: '10', discount: null });
    expect(deal.amount).toBe('180');
  });

  it('writes an amount off the line as an amount off each unit and clears the percentage', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', hs_discount_percentage: '10' })]);
    deal.follow([rowOf({ sku: 'A', price: '100', quantity: '4', discount: { type: 'absolute', value: '50' } })]);
    expect(deal.items[0]!.properties).toMatchObject({ discount: '12.5', hs_discount_percentage: null });
    expect(deal.amount).toBe('350');
  });

  it('keeps enough decimals that 10.00 off three units is 10.00 off again', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A' })]);
    const row = rowOf({ sku: 'A', price: '100', quantity: '3', discount: { type: 'absolute', value: '10' } });
    deal.follow([row]);
    expect(deal.values('discount')).toEqual(['3.33333']);
    expect(deal.amount).toBe('290');
    expect(isEmpty(deal.plan([row]))).toBe(true);
  });

  it('accepts that HubSpot keeps fewer decimals as long as the money is the same', () => {
    const row = rowOf({ sku: 'A', price: '100', quantity: '3', discount: { type: 'absolute', value: '10' } });
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', price: '100', quantity: '3', discount: '3.3333' })]);
    expect(deal.plan([row]).updates).toEqual([]);
  });

  it('leaves a discount out of a line of quantity 0, with a note', () => {
    const plan = new DealModel().plan([rowOf({ sku: 'A', quantity: '0', discount: { type: 'absolute', value: '5' } })]);
    expect(plan.creates[0]!.properties.discount).toBeUndefined();
    expect(plan.notes[0]!.message).toContain('the quantity is 0');
  });

  it('refuses a percentage beyond 100 and a negative price, naming the rows', () => {
    const rows = [
      rowOf({ key: 'r1', sku: 'A', discount: { type: 'percent', value: '120' } }),
      rowOf({ key: 'r2', sku: 'B', price: '-1' }),
    ];
    expect(new DealModel().plan(rows).problems).toEqual([
      {
        subject: 'Pricing Table 1, r1 ("Widget")',
        message: 'Discount (hs_discount_percentage): 120 is not between 0 and 100',
      },
      { subject: 'Pricing Table 1, r2 ("Widget")', message: 'Price (price): HubSpot takes no negative price (-1 EUR)' },
    ]);
  });
});

describe('the amount of the deal', () => {
  it('is the sum of the lines, each rounded to the minor unit', () => {
    const deal = new DealModel();
    deal.follow([
      rowOf({ sku: 'A', price: '0.105', quantity: '1' }),
      rowOf({ sku: 'B', price: '33.335', quantity: '3', discount: { type: 'percent', value: '33.3' } }),
    ]);
    expect(deal.amount).toBe('66.81');
  });

  it('follows even when no line item changes', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A' })]);
    deal.amount = '999';
    expect(deal.plan([rowOf({ sku: 'A' })]).amount).toEqual({ before: '999', after: '10' });
  });

  it('is left alone where the deal never had line items and gets none', () => {
    const deal = new DealModel();
    deal.amount = '5000';
    expect(isEmpty(deal.plan([]))).toBe(true);
    expect(isEmpty(deal.plan([rowOf({ sku: 'A' })], false))).toBe(true);
  });

  it('becomes 0 when the last line item goes, also when the first attempt broke off before that', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A' })]);
    deal.amount = '10';
    deal.apply(deal.plan([]), 1);
    expect(deal.items).toEqual([]);
    expect(deal.amount).toBe('10');
    deal.follow([]);
    expect(deal.amount).toBe('0');
  });

  it('counts items that stay because adding and deleting is off, with their own discounts', () => {
    const deal = new DealModel([
      itemOf('1', { hs_sku: 'A' }),
      itemOf('2', { hs_sku: 'X', price: '20', quantity: '2', discount: '1.5' }),
      itemOf('3', { hs_sku: 'Y', price: '20', quantity: null, hs_discount_percentage: '50' }),
    ]);
    deal.follow([rowOf({ sku: 'A' })], false);
    expect(deal.amount).toBe('57');
  });
});
