import { expect, it } from '@jest/globals';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { choiceOf, stepRange } from './choice.js';
import { outlineRows } from './outline-rows.js';

const rows = outlineRows(
  makeRecipe([readDeal(), { id: 'check', kind: 'if', branches: [{ when: true, steps: [note()] }] }, note('last')]),
);

it.each([
  ['step:deal', 'step:note', ['step:deal', 'step:check', 'step:note']],
  ['step:last', 'step:check', ['step:last', 'step:note', 'step:check']],
  ['step:deal', 'step:deal', ['step:deal']],
  ['trigger', 'step:check', ['step:deal', 'step:check']],
  ['step:gone', 'step:note', ['step:note']],
  ['step:deal', 'trigger', ['trigger']],
])('chooses from %s to %s the steps between them, without the heads of ways', (from, to, chosen) => {
  expect(stepRange(rows, from, to)).toEqual(chosen);
});

it('takes Shift for a range, and Ctrl or ⌘ for one more', () => {
  const held = { shiftKey: false, ctrlKey: false, metaKey: false };
  expect(choiceOf(held)).toBe('one');
  expect(choiceOf({ ...held, shiftKey: true, ctrlKey: true })).toBe('range');
  expect(choiceOf({ ...held, metaKey: true })).toBe('more');
});
