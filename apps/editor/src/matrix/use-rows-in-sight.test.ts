import { expect, it } from '@jest/globals';
import { ROW_PX, rowsInSight, scrollTo } from './use-rows-in-sight.js';

it('draws the rows of the window and some beyond it, however many there are', () => {
  expect(rowsInSight(200, 900, 500)).toEqual({ first: 0, end: 28 });
  const deep = rowsInSight(-100 * ROW_PX, 900, 500);
  expect(deep.first).toBeLessThanOrEqual(100 - 12);
  expect(deep.end).toBeGreaterThanOrEqual(100 + Math.ceil(900 / ROW_PX) + 12);
  expect(deep.end - deep.first).toBeLessThan(56);
  expect(rowsInSight(200, 900, 3)).toEqual({ first: 0, end: 3 });
  expect(rowsInSight(-10_000, 900, 3)).toEqual({ first: 3, end: 3 });
});

it('scrolls no further than a row needs, in either direction', () => {
  expect(scrollTo(200, 3, 900)).toBe(0);
  expect(scrollTo(200, 20, 900)).toBe(200 + 21 * ROW_PX + 16 - 900);
  expect(scrollTo(-1000, 10, 900)).toBe(-1000 + 10 * ROW_PX - 110);
});
