import { expect, it } from '@jest/globals';
import { canonicalize } from '@tandem/recipes';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { fromClipboard, toClipboard } from './clipboard.js';

const recipe = makeRecipe([readDeal(), { id: 'each', kind: 'forEach', items: [], steps: [note()] }, note('last')]);

it('carries steps as JSON, each with what is inside it and once', () => {
  expect(fromClipboard(toClipboard(recipe, ['note', 'each', 'last']))).toEqual(recipe.steps.slice(1));
});

it('takes a single step, a list of steps and a whole recipe, too', () => {
  expect(fromClipboard(JSON.stringify(note()))).toEqual([note()]);
  expect(fromClipboard(JSON.stringify([note()]))).toEqual([note()]);
  expect(fromClipboard(canonicalize(recipe))).toEqual(recipe.steps);
});

it('leaves any other text alone', () => {
  for (const text of ['', 'Hello', '{}', '[]', '{"kind":"action"}', '42', 'null']) {
    expect(fromClipboard(text)).toBeUndefined();
  }
});
