import { describe, expect, it } from '@jest/globals';
import { groupChanges, membersOf, type ShownChange } from './change.js';

const deal = { connector: 'hubspot', type: 'deal', id: '1007', label: 'Northwind rollout' };
const update = (property: string, target: ShownChange['target'] = deal): ShownChange => ({
  target,
  operation: 'update',
  property,
  before: null,
  after: 'x',
});
const create = (label: string): ShownChange => ({
  target: { connector: 'hubspot', type: 'line_item', id: null, label },
  operation: 'create',
  property: null,
  before: null,
  after: { name: label },
});

describe('the changes of a run', () => {
  it('are told together for each thing, in the order in which they began', () => {
    const company = { connector: 'hubspot', type: 'company', id: '2006' };
    const things = groupChanges([update('amount'), update('name', company), update('dealstage')]);
    expect(things.map(({ target, properties }) => [target.type, properties.map(({ property }) => property)])).toEqual([
      ['deal', ['amount', 'dealstage']],
      ['company', ['name']],
    ]);
  });

  it('keep apart two new things of one name', () => {
    expect(groupChanges([create('Seat'), create('Seat')])).toHaveLength(2);
  });
});

describe('a thing that was created', () => {
  it('shows what it was created with, without what is empty', () => {
    expect(membersOf({ name: 'Seat', sku: null, note: '', quantity: 0 })).toEqual([
      ['name', 'Seat'],
      ['quantity', 0],
    ]);
  });

  it('may be a single text', () => {
    expect(membersOf('Signed PDF')).toEqual([['', 'Signed PDF']]);
    expect(membersOf(null)).toEqual([]);
  });
});
