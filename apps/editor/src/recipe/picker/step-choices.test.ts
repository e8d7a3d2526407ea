import { expect, it } from '@jest/globals';
import { Recipe } from '@tandem/recipes';
import { newAction } from '../model/new-action.js';
import { connectors } from '../testing/connectors.js';
import { makeRecipe } from '../testing/make-recipe.js';
import { STEERING } from './step-choices.js';

const recipe = makeRecipe([]);

it('fills in the ids that the trigger knows', () => {
  expect(newAction(recipe, connectors, 'hubspot', 'create_note')).toMatchObject({
    input: { deal_id: { var: 'trigger.deal_id' } },
  });
});

it('offers steps that a recipe can hold', () => {
  expect(Recipe.safeParse({ ...recipe, steps: STEERING }).success).toBe(true);
});
