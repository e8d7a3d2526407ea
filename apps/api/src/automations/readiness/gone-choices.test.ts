import { describe, expect, it } from '@jest/globals';
import type { JsonObject, Setting } from '@tandem/recipes';
import { goneChoices, listsAsked, type Lists } from './gone-choices.js';

const settings: Setting[] = [
  { key: 'pipeline', title: 'Pipeline', type: 'choice', from: { connector: 'crm', pickList: 'pipelines' } },
  {
    key: 'stages',
    title: 'Stages',
    type: 'mapping',
    keys: { connector: 'docs', pickList: 'statuses' },
    values: { connector: 'crm', pickList: 'stages', input: { pipeline: 'pipeline' } },
  },
  { key: 'owners', title: 'Owners', type: 'choices', from: { connector: 'crm', pickList: 'owners' } },
];
const items = (...values: string[]) => values.map((value) => ({ value, label: value.toUpperCase() }));
const remote: Lists = ({ pickList, input }) => {
  if (pickList === 'pipelines') return items('sales', 'renewals');
  if (pickList === 'statuses') return items('sent', 'completed');
  if (pickList === 'stages') return input.pipeline === 'sales' ? items('won', 'lost') : [];
  return undefined; // owners do not answer
};
const gone = (values: JsonObject, lists = remote) =>
  goneChoices(settings, values, lists).map(({ pointer, value, suggestion }) => [pointer, value, suggestion?.value]);

describe('choices that are not offered any more', () => {
  it('are none while each stands in its list', () => {
    expect(gone({ pipeline: 'sales', stages: { sent: 'won', completed: 'lost' }, owners: [] })).toEqual([]);
  });

  it('are pointed at, with what was probably meant', () => {
    expect(gone({ pipeline: 'sales', stages: { sent: 'wom', 'a/b': 'won' } })).toEqual([
      ['/stages/sent', 'wom', 'won'],
      ['/stages/a~1b', 'a/b', undefined],
    ]);
  });

  it('do not drag along what hangs on them', () => {
    expect(gone({ pipeline: 'gone', stages: { sent: 'won' } })).toEqual([['/pipeline', 'gone', undefined]]);
  });

  it('are never found in a list that could not be read, nor where nothing is chosen yet', () => {
    expect(gone({ owners: ['nobody'], pipeline: null, stages: { sent: 'x' } })).toEqual([]);
  });

  it('need each list once, and none for what is empty', () => {
    expect(listsAsked(settings, { pipeline: 'sales', stages: { sent: 'won', completed: 'lost' } })).toEqual([
      { connector: 'crm', pickList: 'pipelines', input: {} },
      { connector: 'docs', pickList: 'statuses', input: {} },
      { connector: 'crm', pickList: 'stages', input: { pipeline: 'sales' } },
    ]);
    expect(listsAsked(settings, {})).toEqual([]);
  });
});
