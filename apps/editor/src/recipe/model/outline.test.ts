import { describe, expect, it } from '@jest/globals';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { outermost, outlineOf, ownerOf } from './outline.js';

const recipe = makeRecipe([
  readDeal(),
  {
    id: 'check',
    kind: 'if',
    branches: [
      { when: true, steps: [note('a'), note('b')] },
      { when: true, steps: [note('c')] },
    ],
    else: [{ id: 'each', kind: 'forEach', items: [], steps: [note('d')] }],
  },
]);

it('numbers steps as people say them, counting on through the branches of a step', () => {
  expect(outlineOf(recipe).map(({ number, step, depth }) => [number, step.id, depth])).toEqual([
    ['1', 'deal', 0],
    ['2', 'check', 0],
    ['2.1', 'a', 1],
    ['2.2', 'b', 1],
    ['2.3', 'c', 1],
    ['2.4', 'each', 1],
    ['2.4.1', 'd', 2],
  ]);
});

it('says where each step stands in the JSON', () => {
  expect(outlineOf(recipe).at(-1)!.pointer).toBe('/steps/1/else/0/steps/0');
});

it('leaves out what is inside another chosen step', () => {
  expect(outermost(recipe, new Set(['d', 'check', 'deal'])).map(({ step }) => step.id)).toEqual(['deal', 'check']);
});

describe('a pointer leads to', () => {
  it.each([
    ['/steps/0/input/deal_id', 'deal'],
    ['/steps/1/branches/1/when', 'check'],
    ['/steps/1/branches/1/steps/0/input', 'c'],
  ])('%s: the step %s', (pointer, id) => {
    expect(ownerOf(recipe, pointer)).toMatchObject({ step: { id } });
  });

  it.each([
    ['/trigger/condition', 'trigger'],
    ['/settings/0/key', 'settings'],
    ['/name', 'recipe'],
    ['', 'recipe'],
  ] as const)('%s: the %s', (pointer, part) => {
    expect(ownerOf(recipe, pointer)).toBe(part);
  });
});
