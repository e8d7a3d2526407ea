import { expect, it } from '@jest/globals';
import { validateRecipe } from '@tandem/recipes';
import { catalogueOf } from '../model/connectors.js';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note } from '../testing/make-recipe.js';
import { atField } from './at-field.js';

const pointersOf = (input: Record<string, string>) =>
  validateRecipe(makeRecipe([{ ...note(), input }]), catalogueOf(connectors)).map((issue) => atField(issue).pointer);

it('puts the problem of a missing input at the empty field', () => {
  expect(pointersOf({ deal_id: '5' })).toEqual(['/steps/0/input/body']);
});

it('leaves every other problem where it is', () => {
  expect(pointersOf({ deal_id: '5', body: 'x', bodi: 'y' })).toEqual(['/steps/0/input/bodi']);
});
