import { expect, it } from '@jest/globals';
import { builtinRecipes } from '@tandem/recipes';
import { unfitSettings } from './unfit-settings.js';

const recipe = builtinRecipes.find(({ key }) => key === 'change-deal-stage')!;

it('lets a run begin whose settings fit', () => {
  expect(unfitSettings(recipe, { pipeline: 'p', stages: { 'document.sent': 's' } })).toBeUndefined();
});

it('names each setting that is missing, where to fill it in, and that nothing was changed', () => {
  expect(unfitSettings(recipe, { pipeline: null, stages: {} })).toMatchObject({
    class: 'validation',
    message: '“Change the deal stage” needs settings that are missing or do not fit: “Pipeline”, “Stage per status”.',
    consequence: 'This step changed nothing.',
    remedy: expect.stringContaining('Templates'),
    problems: [{ subject: 'Pipeline' }, { subject: 'Stage per status' }],
  });
});
