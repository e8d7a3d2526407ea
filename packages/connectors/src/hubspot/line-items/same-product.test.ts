import { describe, expect, it } from '@jest/globals';
import { DealModel, isEmpty } from '../testing/deal-model.js';
import { itemOf, rowOf } from '../testing/rows.js';

const first = rowOf({ key: 'first', sku: 'A', quantity: '1' });
const second = rowOf({ key: 'second', sku: 'A', quantity: '2' });

describe('rows that say different things about one product', () => {
  it('lets the row win that differs from the deal, seen for the first time', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', quantity: '2' })]);
    deal.follow([first, second]);
    expect(deal.values('quantity')).toEqual(['1']);
  });

  it('lets the later row win when both differ from the deal', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', quantity: '7' })]);
    deal.follow([first, second]);
    expect(deal.values('quantity')).toEqual(['2']);
  });

  it('makes one line item of two rows whose product the deal does not have yet', () => {
    const deal = new DealModel();
    const plan = deal.follow([first, second]);
    expect(deal.values('quantity')).toEqual(['2']);
    expect(plan.notes).toEqual([
      {
        subject: 'Pricing Table 1, first',
        message: 'Same product as Pricing Table 1, second, which was changed last and counts.',
      },
    ]);
  });

  it('does not change its mind because of its own write', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A', quantity: '2' })]);
    deal.follow([first, second]);
    expect(isEmpty(deal.plan([first, second]))).toBe(true);
  });

  it('follows the row that is edited later, whichever it is', () => {
    const deal = new DealModel();
    deal.follow([first, second]);
    deal.follow([{ ...first, quantity: '5' }, second]);
    expect(deal.values('quantity')).toEqual(['5']);
    deal.follow([
      { ...first, quantity: '5' },
      { ...second, price: '11' },
    ]);
    expect(deal.values('quantity')).toEqual(['2']);
    expect(deal.values('price')).toEqual(['11']);
  });

  it('keeps to the row changed last when somebody edits the line item in HubSpot', () => {
    const deal = new DealModel();
    deal.follow([first, second]);
    deal.follow([{ ...first, quantity: '5' }, second]);
    deal.items[0]!.properties.quantity = '2';
    deal.follow([{ ...first, quantity: '5' }, second]);
    expect(deal.values('quantity')).toEqual(['5']);
  });

  it('lets the other row speak again when the winner leaves the document', () => {
    const deal = new DealModel();
    deal.follow([first, second]);
    deal.follow([first]);
    expect(deal.values('quantity')).toEqual(['1']);
    expect(deal.items).toHaveLength(1);
  });

  it('takes rows that agree as one line item, not as two', () => {
    const deal = new DealModel();
    const plan = deal.follow([first, { ...first, key: 'again', place: 'row 2' }]);
    expect(plan.notes[0]!.message).toBe('Says the same of the same product as row 2: one line item stands for both.');
    expect(deal.items).toHaveLength(1);
    expect(deal.amount).toBe('10');
  });
});

describe('what makes rows the same product', () => {
  it('is the line item that they name', () => {
    const deal = new DealModel([itemOf('1')]);
    deal.follow([
      rowOf({ key: 'a', line_item_id: '1', name: 'One name' }),
      rowOf({ key: 'b', line_item_id: '1', name: 'Another name' }),
    ]);
    expect(deal.values('name')).toEqual(['Another name']);
  });

  it('is the name where neither has a SKU and one names an item', () => {
    const deal = new DealModel([itemOf('1')]);
    deal.follow([rowOf({ key: 'a', line_item_id: '1' }), rowOf({ key: 'b', price: '2' })]);
    expect(deal.values('price')).toEqual(['2']);
  });

  it('is not the name where rows were typed in by hand, so that no money is lost', () => {
    const deal = new DealModel();
    const rows = ['1', '2', '3'].map((price) => rowOf({ key: price, price }));
    deal.follow(rows);
    expect(deal.values('price')).toEqual(['1', '2', '3']);
    expect(isEmpty(deal.plan(rows))).toBe(true);
  });

  it('is not the SKU where rows name different items, even if the deal no longer has them', () => {
    const deal = new DealModel();
    deal.follow([rowOf({ key: 'a', sku: 'A', line_item_id: '8' }), rowOf({ key: 'b', sku: 'A', line_item_id: '9' })]);
    expect(deal.items).toHaveLength(2);
  });

  it('is not the name where one has a SKU', () => {
    const deal = new DealModel();
    deal.follow([rowOf({ key: 'a', sku: 'A' }), rowOf({ key: 'b', sku: 'B' }), rowOf({ key: 'c' })]);
    expect(deal.items).toHaveLength(3);
  });

  it('is not the SKU where rows name different items of the deal', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A' }), itemOf('2', { hs_sku: 'A', price: '20' })]);
    const rows = [
      rowOf({ key: 'a', sku: 'A', line_item_id: '1' }),
      rowOf({ key: 'b', sku: 'A', line_item_id: '2', price: '20' }),
    ];
    deal.amount = '30';
    expect(isEmpty(deal.plan(rows))).toBe(true);
  });

  it('is nothing where rows have neither SKU nor name', () => {
    const deal = new DealModel();
    deal.follow([rowOf({ key: 'a', name: '', price: '1' }), rowOf({ key: 'b', name: '', price: '2' })]);
    expect(deal.items).toHaveLength(2);
  });
});

describe('which line item a product is', () => {
  it('is the one that the row names, whatever it is called now', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A' }), itemOf('2', { hs_sku: 'B', name: 'Other' })]);
    const plan = deal.plan([rowOf({ line_item_id: '2', sku: 'A', name: 'Renamed' })]);
    expect(plan.updates.map((one) => one.id)).toEqual(['2']);
    expect(plan.deletes.map((one) => one.id)).toEqual(['1']);
  });

  it('is found by SKU when the row names an item of another deal', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'A' })]);
    deal.amount = '10';
    expect(isEmpty(deal.plan([rowOf({ line_item_id: '77', sku: 'A' })]))).toBe(true);
  });

  it('is the one that it was written to before, when SKU and name both change', () => {
    const deal = new DealModel();
    deal.follow([rowOf({ key: 'a', sku: 'A' })]);
    const [id] = deal.items.map((item) => item.id);
    deal.follow([rowOf({ key: 'a', sku: 'Z', name: 'Gadget' })]);
    expect(deal.items.map((item) => [item.id, item.properties.hs_sku])).toEqual([[id, 'Z']]);
  });

  it('is told apart by price among items of one name', () => {
    const deal = new DealModel([itemOf('1', { price: '5' }), itemOf('2', { price: '10' })]);
    const plan = deal.plan([rowOf({ price: '10' })]);
    expect(plan.updates).toEqual([]);
    expect(plan.deletes.map((one) => one.id)).toEqual(['1']);
  });

  it('is never an item of another SKU, even when the name is the same', () => {
    const deal = new DealModel([itemOf('1', { hs_sku: 'B' })]);
    const plan = deal.plan([rowOf({ sku: 'A' })]);
    expect([plan.creates.length, plan.deletes.length]).toEqual([1, 1]);
  });
});
