import { expect, it } from '@jest/globals';
import { Recipe } from '@tandem/recipes';
import { connectors } from '../testing/connectors.js';
import { makeRecipe } from '../testing/make-recipe.js';
import { newAction, searchChoices, STEERING, type Choice } from './step-choices.js';

const recipe = makeRecipe([]);
const choice = (title: string, about = ''): Choice => ({
  key: title,
  group: 'HubSpot',
  title,
  about,
  connector: undefined,
  kind: 'stop',
  step: STEERING[4]!,
});

it('finds steps by the beginnings of their words, those called so first', () => {
  const found = searchChoices([choice('Attach a file', 'with a note'), choice('Add a note'), choice('Wait')], 'NOT');
  expect(found.map(({ title }) => title)).toEqual(['Add a note', 'Attach a file']);
});

it('finds steps without their accents, and all of them for nothing', () => {
  expect(searchChoices([choice('Lire l’événement')], 'evenement')).toHaveLength(1);
  expect(searchChoices([choice('Événement')], 'evenement')).toHaveLength(1);
  expect(searchChoices([choice('a'), choice('b')], '  ')).toHaveLength(2);
});

it('fills in the ids that the trigger knows', () => {
  expect(newAction(recipe, connectors, 'hubspot', 'create_note')).toMatchObject({
    input: { deal_id: { var: 'trigger.deal_id' } },
  });
});

it('offers steps that a recipe can hold', () => {
  expect(Recipe.safeParse({ ...recipe, steps: STEERING }).success).toBe(true);
});
