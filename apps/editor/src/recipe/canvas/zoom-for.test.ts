import { expect, it } from '@jest/globals';
import { toGraph } from '../graph/to-graph.js';
import { makeRecipe, note } from '../testing/make-recipe.js';
import { zoomFor } from './zoom-for.js';

/** What menu and side panel leave to the canvas on a screen of 1024 px, in the layout of narrow pages. */
const NARROW = 632;

const way = (id: string) => ({ when: true, steps: [note(id)] });
const three = makeRecipe([{ id: 'check', kind: 'if', branches: [way('a'), way('b')], else: [note('c')] }]);

it('shows three ways side by side on a screen of 1024 px', () => {
  const { width } = toGraph(three);
  expect(width * zoomFor(width, NARROW)).toBeLessThanOrEqual(NARROW - 32);
});

it('never makes a recipe larger than it is, nor too small to be read', () => {
  expect(zoomFor(300, NARROW)).toBe(1);
  expect(zoomFor(5000, NARROW)).toBe(0.82);
});
