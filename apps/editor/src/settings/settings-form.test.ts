import { describe, expect, it } from '@jest/globals';
import type { Setting } from '@tandem/recipes';
import { blankPaths, lackingFor, pickListInput, withSetting } from './settings-form.js';

const stages = { connector: 'hubspot', pickList: 'stages', input: { pipeline: 'pipeline' } };
const settings: Setting[] = [
  {
    key: 'pipeline',
    title: 'Pipeline',
    type: 'choice',
    required: true,
    from: { connector: 'hubspot', pickList: 'pipelines' },
  },
  {
    key: 'stages',
    title: 'Stage per status',
    type: 'mapping',
    required: true,
    keys: { connector: 'pandadoc', pickList: 'statuses' },
    values: stages,
  },
  { key: 'note', title: 'Note', type: 'text' },
];

describe('the settings of a template', () => {
  it('lose the stages when the pipeline changes, and nothing else', () => {
    const values = { pipeline: 'default', stages: { 'document.sent': 'contractsent' }, note: 'kept' };
    expect(withSetting(settings, values, 'pipeline', 'renewals')).toEqual({
      pipeline: 'renewals',
      stages: {},
      note: 'kept',
    });
    expect(withSetting(settings, values, 'note', 'new')).toEqual({ ...values, note: 'new' });
  });

  it('ask for the stages of the chosen pipeline, and for none before', () => {
    expect(pickListInput(stages, { pipeline: 'renewals' })).toEqual({ pipeline: 'renewals' });
    expect(pickListInput(stages, { pipeline: null })).toBeUndefined();
    expect(lackingFor(stages, {})).toEqual(['pipeline']);
  });

  it('name what is still to be filled in', () => {
    expect(blankPaths(settings, { pipeline: 'default', stages: {} })).toEqual(['stages']);
    expect(blankPaths(settings, { pipeline: 'default', stages: { a: 'b', 'document.sent': '' } })).toEqual([
      'stages/document.sent',
    ]);
    expect(blankPaths(settings, { pipeline: 'default', stages: { a: 'b' } })).toEqual([]);
  });
});
