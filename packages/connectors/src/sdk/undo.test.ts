import { describe, expect, it } from '@jest/globals';
import type { Json } from '@tandem/recipes';
import { netChanges, type MadeChange } from './undo.js';

let count = 0;
const change = (operation: MadeChange['operation'], property: string | null, before: Json, after: Json) => ({
  id: `e${++count}`,
  target: { connector: 'hubspot', type: 'line_item', id: '7' },
  operation,
  property,
  before,
  after,
  deal_id: '41',
  document_id: null,
});
const update = (property: string, before: Json, after: Json) => change('update', property, before, after);

describe('What a run did, all in all', () => {
  it('is from the first value to the last', () => {
    const made = [update('price', '1', '2'), update('price', '2', '3')];
    expect(netChanges(made).changes).toMatchObject([{ before: '1', after: '3', ids: made.map(({ id }) => id) }]);
  });

  it('does not reach over what somebody else changed in between', () => {
    const made = [update('price', '1', '2'), update('price', '5', '6')];
    expect(netChanges(made).changes).toMatchObject([
      { before: '1', after: '2' },
      { before: '5', after: '6' },
    ]);
  });

  it('is nothing where a later step took it back', () => {
    const made = [update('price', '1', '2'), update('price', '2', '1')];
    expect(netChanges(made)).toEqual({ changes: [], cancelled: made.map(({ id }) => id) });
  });

  it('is one creation with what was changed afterwards', () => {
    const made = [change('create', null, null, { name: 'Desk', price: '1' }), update('price', '1', '2')];
    expect(netChanges(made).changes).toMatchObject([{ operation: 'create', after: { name: 'Desk', price: '2' } }]);
  });

  it('is one deletion of the thing as it was before it was changed', () => {
    const made = [update('price', '1', '2'), change('delete', null, { name: 'Desk', price: '2' }, null)];
    expect(netChanges(made).changes).toMatchObject([{ operation: 'delete', before: { name: 'Desk', price: '1' } }]);
  });

  it('is nothing for a thing that was created, changed and deleted', () => {
    const made = [
      change('create', null, null, { name: 'Desk' }),
      update('name', 'Desk', 'Table'),
      change('delete', null, { name: 'Table' }, null),
    ];
    expect(netChanges(made)).toEqual({ changes: [], cancelled: made.map(({ id }) => id) });
  });

  it('keeps apart things whose ids were never learnt', () => {
    const unknown = () => ({
      ...change('create', null, null, 'A'),
      target: { connector: 'x', type: 'note', id: null },
    });
    expect(netChanges([unknown(), unknown()]).changes).toHaveLength(2);
  });
});
