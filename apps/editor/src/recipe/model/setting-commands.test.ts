import { describe, expect, it } from '@jest/globals';
import type { Recipe, Setting } from '@tandem/recipes';
import type { Connectors } from './connectors.js';
import { addSetting, asType, moveSetting, pickListSource, removeSetting, renameSetting } from './setting-commands.js';

const lists = [
  { key: 'pipelines', title: 'Pipelines', input: { type: 'object', properties: {} } },
  { key: 'stages', title: 'Stages', input: { type: 'object', properties: { pipeline: { type: 'string' } } } },
];
const hubspot = { key: 'hubspot', title: 'HubSpot', default_base_url: '', credentials: {}, triggers: [], actions: [] };
const connectors: Connectors = [{ ...hubspot, pick_lists: lists }];
const PIPELINE: Setting = {
  key: 'pipeline',
  title: 'Pipeline',
  type: 'choice',
  from: { connector: 'hubspot', pickList: 'pipelines' },
};
const STAGE: Setting = {
  key: 'stage',
  title: 'Stage',
  type: 'choice',
  from: { connector: 'hubspot', pickList: 'stages', input: { pipeline: 'pipeline' } },
};
const recipe: Recipe = {
  format: 1,
  key: 'move',
  name: 'Move',
  offer: 'template',
  settings: [PIPELINE, STAGE],
  trigger: {
    kind: 'event',
    connector: 'pandadoc',
    trigger: 'document_status_changed',
    condition: { '!!': { var: 'settings.pipeline' } },
  },
  steps: [
    {
      id: 'move',
      kind: 'action',
      connector: 'hubspot',
      action: 'update_deal_stage',
      input: {
        pipeline: { var: 'settings.pipeline' },
        stage: { get: [{ var: 'settings' }, 'stage'] },
        deal_id: { var: 'steps.pipeline.id' },
      },
    },
  ],
};
const keys = ({ settings }: Recipe) => settings.map(({ key }) => key);

describe('what people fill in', () => {
  it('grows at the end, under a key of its own', () => {
    expect(keys(addSetting(addSetting(recipe, 'Stage'), 'Owner of it'))).toEqual([
      'pipeline',
      'stage',
      'stage_2',
      'owner_of_it',
    ]);
  });

  it('is put into another order, and no further than to its ends', () => {
    expect(keys(moveSetting(recipe, 1, 0))).toEqual(['stage', 'pipeline']);
    expect(keys(moveSetting(addSetting(recipe, 'Owner'), 0, 2))).toEqual(['stage', 'owner', 'pipeline']);
    expect(moveSetting(recipe, 0, -1)).toBe(recipe);
    expect(moveSetting(recipe, 1, 2)).toBe(recipe);
    expect(keys(removeSetting(recipe, 0))).toEqual(['stage']);
  });

  it('is renamed together with all that refers to it', () => {
    const renamed = renameSetting(recipe, 0, 'funnel');
    expect(renamed.settings).toEqual([
      { ...PIPELINE, key: 'funnel' },
      { ...STAGE, from: { connector: 'hubspot', pickList: 'stages', input: { pipeline: 'funnel' } } },
    ]);
    expect(renamed.trigger).toMatchObject({ condition: { '!!': { var: 'settings.funnel' } } });
    expect(renamed.steps).toMatchObject([
      { input: { pipeline: { var: 'settings.funnel' }, deal_id: { var: 'steps.pipeline.id' } } },
    ]);
    expect(renameSetting(recipe, 1, 'phase').steps).toMatchObject([
      { input: { stage: { get: [{ var: 'settings' }, 'phase'] } } },
    ]);
  });

  it.each(['stage', 'Stage!', ''])('keeps its key rather than take "%s"', (key) => {
    expect(renameSetting(recipe, 0, key)).toBe(recipe);
  });

  it('becomes a choice whose list hangs on the choice above, and loses a default that means nothing any more', () => {
    const text: Setting = { key: 'phase', title: 'Phase', type: 'text', default: 'Won', required: true };
    const choice = asType(text, 'choice', [...recipe.settings, text], connectors);
    expect(choice).toEqual({
      key: 'phase',
      title: 'Phase',
      required: true,
      type: 'choice',
      from: { connector: 'hubspot', pickList: 'pipelines' },
    });
    expect(pickListSource({ connector: 'hubspot', pickList: 'stages' }, recipe.settings, 'phase', connectors)).toEqual({
      connector: 'hubspot',
      pickList: 'stages',
      input: { pipeline: 'pipeline' },
    });
    expect(asType(choice, 'text', recipe.settings, connectors)).toEqual({
      key: 'phase',
      title: 'Phase',
      required: true,
      type: 'text',
    });
  });
});
