import { expect, it } from '@jest/globals';
import { placeAt } from './place-at.js';

/** Three lines of which the second is tall. */
const LINES = [
  { top: 0, height: 20 },
  { top: 20, height: 100 },
  { top: 120, height: 20 },
];

it.each([
  ['the first, held where it was', 0, 5, 0],
  ['the first, not yet past the middle of the tall one', 0, 65, 0],
  ['the first, past the middle of the tall one', 0, 75, 1],
  ['the first, below them all', 0, 500, 2],
  ['the last, above the middle of the tall one', 2, 65, 1],
  ['the last, above them all', 2, -50, 0],
  ['the tall one, held anywhere on itself', 1, 110, 1],
])('takes %s', (_what, from, height, to) => {
  expect(placeAt(LINES, from, height)).toBe(to);
});
