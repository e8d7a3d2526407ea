import { describe, expect, it } from '@jest/globals';
import type { Effect } from '../api/generated/types.gen.js';
import { propertyHistories } from './property-history.js';

const effect = (id: string, before: string | null, after: string | null, more: Partial<Effect> = {}): Effect => ({
  id,
  run_id: `run ${id}`,
  path: 'step',
  recipe_key: 'recipe',
  target: { connector: 'hubspot', type: 'deal', id: '41', label: 'Acme', currency: null },
  operation: 'update',
  property: 'amount',
  before,
  after,
  deal_id: '41',
  document_id: null,
  status: 'applied',
  planned_at: `2026-03-02T0${id}:00:00.000Z`,
  applied_at: null,
  ...more,
});
const kinds = (effects: Effect[]) => propertyHistories(effects).map(({ moments }) => moments.map(({ kind }) => kind));

describe('The history of a property', () => {
  it('holds what was made, newest first, with what has been undone and without what was only planned', () => {
    const effects = [
      effect('3', '2', '3', { status: 'planned' }),
      effect('2', '1', '2'),
      effect('1', null, '1', { status: 'undone' }),
    ];
    expect(propertyHistories(effects)[0]!.moments.map(({ key }) => key)).toEqual(['2', '1']);
  });

  it('tells where somebody else changed it between two of our changes', () => {
    const [history] = propertyHistories([effect('2', '5', '6'), effect('1', '1', '2')]);
    expect(history!.moments[1]).toEqual({
      kind: 'outside',
      key: 'before 2',
      before: '2',
      after: '5',
      since: '2026-03-02T01:00:00.000Z',
      until: '2026-03-02T02:00:00.000Z',
    });
  });

  it('takes another spelling of a number, or nothing for "", for no change', () => {
    expect(kinds([effect('2', '2.000', '3'), effect('1', '1', '2')])).toEqual([['ours', 'ours']]);
    expect(kinds([effect('2', null, '3'), effect('1', '1', '')])).toEqual([['ours', 'ours']]);
  });

  it('keeps things and properties apart', () => {
    const other = { connector: 'hubspot', type: 'deal', id: '42', label: null, currency: null };
    expect(kinds([effect('2', '9', '8', { target: other }), effect('1', '1', '2')])).toEqual([['ours'], ['ours']]);
  });
});
