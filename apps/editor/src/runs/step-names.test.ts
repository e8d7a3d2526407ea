import { expect, it } from '@jest/globals';
import { stepTitles } from './step-names.js';

it('finds the titles of steps in branches, loops and what follows an error', () => {
  const recipe = {
    steps: [
      { id: 'deal', title: 'Read the deal' },
      {
        id: 'choice',
        title: 'Is it large?',
        branches: [{ when: true, steps: [{ id: 'note', title: 'Leave a note' }] }],
        else: [{ id: 'each', steps: [{ id: 'item', title: 'One item' }] }],
      },
      { id: 'careful', steps: [], onError: [{ id: 'tell', title: 'Tell somebody' }] },
    ],
  };
  expect(Object.fromEntries(stepTitles(recipe))).toEqual({
    deal: 'Read the deal',
    choice: 'Is it large?',
    note: 'Leave a note',
    item: 'One item',
    tell: 'Tell somebody',
  });
  expect(stepTitles(undefined).size).toBe(0);
});
