import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PricingRow } from '../../sdk/pricing-row.js';
import { DealModel, isEmpty } from '../testing/deal-model.js';
import { itemOf, rowOf } from '../testing/rows.js';
import { contentOf } from './row-content.js';

const money = fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
const sku = fc.constantFrom(null, 'A', 'B', 'C');
const name = fc.constantFrom('Widget', 'Gadget', 'Gizmo', '');
const quantity = fc.constantFrom('1', '2', '3', '7', '0.5', '1000');
const discount = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('percent' as const), value: fc.constantFrom('5', '33.3', '100') }),
  fc.record({ type: fc.constant('absolute' as const), value: money }),
);
const row = fc.record({
  sku,
  name,
  quantity,
  discount,
  price: money,
  line_item_id: fc.constantFrom(null, '1', '2', '99'),
});
const rows = fc
  .array(row, { maxLength: 6 })
  .map((drafts): PricingRow[] => drafts.map((draft, index) => rowOf({ ...draft, key: `r${index}` })));
const items = fc
  .array(fc.record({ hs_sku: sku, name, price: money, quantity, discount: fc.constantFrom(null, '1.5') }), {
    maxLength: 4,
  })
  .map((drafts) => drafts.map((draft, index) => itemOf(String(index + 1), draft)));

/** The rows as the deal says them, without regard to order. */
const contents = (deal: DealModel): string[] =>
  deal.items
    .map((item) =>
      JSON.stringify([
        item.properties.hs_sku ?? '',
        item.properties.name ?? '',
        Number(item.properties.price),
        Number(item.properties.quantity),
      ]),
    )
    .sort();

describe('reconciling, whatever rows and items there are', () => {
  it('has nothing left to do once a plan was applied', () => {
    fc.assert(
      fc.property(items, rows, fc.boolean(), (before, wanted, addAndDelete) => {
        const deal = new DealModel(before);
        deal.follow(wanted, addAndDelete);
        expect(isEmpty(deal.plan(wanted, addAndDelete))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('ends the same after a crash between any two writes, with no line item twice', () => {
    fc.assert(
      fc.property(items, rows, fc.nat(10), (before, wanted, crashAt) => {
        const smooth = new DealModel(before);
        smooth.follow(wanted);
        const crashed = new DealModel(before);
        crashed.apply(crashed.plan(wanted), crashAt);
        crashed.follow(wanted);
        expect(contents(crashed)).toEqual(contents(smooth));
        expect(Number(crashed.amount)).toBe(Number(smooth.amount));
        expect(isEmpty(crashed.plan(wanted))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('ends equal to the document: one line item per product, each saying what one of its rows says', () => {
    fc.assert(
      fc.property(items, rows, (before, drafts) => {
        const wanted = drafts.map((one) => ({ ...one, line_item_id: null }));
        const deal = new DealModel(before);
        deal.follow(wanted);
        const said = new Set(
          wanted.map((one) => JSON.stringify([one.sku ?? '', one.name, Number(one.price), Number(one.quantity)])),
        );
        for (const content of contents(deal)) expect(said).toContain(content);
        expect(deal.items.length).toBeLessThanOrEqual(new Set(wanted.map((one) => one.key)).size);
        for (const one of wanted.filter((candidate) => candidate.sku !== null)) {
          expect(deal.values('hs_sku')).toContain(one.sku);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets an edit of any row win over all others of its product', () => {
    fc.assert(
      fc.property(items, fc.array(money, { minLength: 2, maxLength: 4 }), fc.nat(3), (before, prices, at) => {
        const wanted = prices.map((price, index) => rowOf({ key: `r${index}`, sku: 'A', price }));
        const deal = new DealModel(before);
        deal.follow(wanted);
        const edited = wanted.map((one, index) => (index === at % wanted.length ? { ...one, price: '1234.56' } : one));
        deal.follow(edited);
        expect(deal.values('price')).toEqual(['1234.56']);
        expect(isEmpty(deal.plan(edited))).toBe(true);
      }),
    );
  });
});

describe('what a row says', () => {
  it('does not depend on how its numbers are written or on where it stands', () => {
    const plain = rowOf({ price: '10', discount: { type: 'percent', value: '5' } });
    const written = rowOf({ place: 'elsewhere', price: '10.00', discount: { type: 'percent', value: '5.0' } });
    expect(contentOf(written)).toBe(contentOf(plain));
  });

  it('is the same with a discount of 0 as with none', () => {
    expect(contentOf(rowOf({ discount: { type: 'absolute', value: '0.00' } }))).toBe(contentOf(rowOf()));
  });
});
