import { describe, expect, it } from '@jest/globals';
import { compareDeal, isNothing, newDeal } from './compare-deal.js';
import type { Watched } from './cursor.js';
import type { DealState } from './deal-state.js';
import { toKnown } from './known-deal.js';

const watched: Watched = {
  deal: ['amount', 'dealstage', 'po_number'],
  item: ['name', 'price'],
  numbers: ['amount', 'price'],
  at: 0,
};

const stateOf = (
  deal: Record<string, string | null>,
  items: Record<string, Record<string, string | null>> = {},
): DealState => ({
  deal: { id: '1', properties: deal },
  items: Object.entries(items).map(([id, properties]) => ({ id, properties })),
  at: 0,
});
const between = (before: DealState, after: DealState, now = watched) =>
  compareDeal(toKnown(before, watched), after, now);

describe('what changed about a deal', () => {
  it('is nothing when only its time of modification moved', () => {
    const same = stateOf({ amount: '5', dealstage: 'a' }, { '7': { name: 'x', price: '1' } });
    expect(isNothing(between(same, { ...same, at: 99 }))).toBe(true);
  });

  it('is each property with another value, in the words of the ledger', () => {
    const change = between(
      stateOf({ amount: '5', dealstage: 'a', po_number: '007' }),
      stateOf({ amount: '12.50', dealstage: 'a', po_number: null }),
    );
    expect(change.properties).toEqual(['amount', 'po_number']);
    expect(change.changes).toEqual([
      { type: 'deal', id: '1', property: 'amount', after: '12.5' },
      { type: 'deal', id: '1', property: 'po_number', after: '' },
    ]);
  });

  it('is each line item added, removed or changed', () => {
    const change = between(
      stateOf({}, { '7': { name: 'x', price: '1' }, '8': { name: 'y', price: '2' } }),
      stateOf({}, { '7': { name: 'x', price: '3.0' }, '9': { name: 'z', price: null } }),
    );
    expect(change.items).toEqual({ added: 1, removed: 1, changed: 1 });
    expect(change.changes).toEqual([
      { type: 'line_item', id: '9', property: 'name', after: 'z' },
      { type: 'line_item', id: '7', property: 'price', after: '3' },
      { type: 'line_item', id: '8', property: 'archived', after: true },
    ]);
  });

  it('is not that another property came to be watched', () => {
    const more = { ...watched, deal: ['new_property', ...watched.deal] };
    expect(isNothing(between(stateOf({ amount: '5' }), stateOf({ amount: '5', new_property: 'x' }), more))).toBe(true);
  });

  it('is everything that has a value where the deal is new', () => {
    expect(newDeal(stateOf({ amount: '5', dealstage: null }), watched).properties).toEqual(['amount']);
  });
});
