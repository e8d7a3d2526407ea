import { expect, it } from '@jest/globals';
import { makeRecipe, note } from '../testing/make-recipe.js';
import { addOutput, outputsOf, putOutput, removeOutput, renameOutput } from './call-outputs.js';

const TRIGGER = { kind: 'call', input: { deal: { type: 'text' } } } as const;
const recipe = makeRecipe([note()], { trigger: TRIGGER });

it('gives back one thing more under a name of its own', () => {
  const more = addOutput(addOutput(recipe, 'Total'), 'Total');
  expect(outputsOf(more)).toEqual([
    ['total', ''],
    ['total_2', ''],
  ]);
});

it('is changed, called otherwise and taken out in its place', () => {
  const two = putOutput(addOutput(addOutput(recipe, 'a'), 'b'), 'a', { var: 'trigger.deal' });
  expect(outputsOf(renameOutput(two, 'a', 'deal'))).toEqual([
    ['deal', { var: 'trigger.deal' }],
    ['b', ''],
  ]);
  expect(outputsOf(removeOutput(two, 'a'))).toEqual([['b', '']]);
});

it('leaves nothing behind when nothing is given back any more', () => {
  expect(removeOutput(addOutput(recipe, 'a'), 'a').trigger).toEqual(TRIGGER);
});

it('is nothing to a recipe that an event wakes', () => {
  const woken = makeRecipe([note()]);
  expect(addOutput(woken, 'a')).toBe(woken);
});
