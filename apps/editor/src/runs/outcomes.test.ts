import { describe, expect, it } from '@jest/globals';
import { partsOf, sumsOf, totalOf } from './outcomes.js';

const NONE = { failed: 0, succeeded: 0, succeeded_with_differences: 0, not_executed: 0, open: 0 };

describe('a column of the chart', () => {
  it('stands on its failures, and what is not there takes no room', () => {
    expect(partsOf({ ...NONE, failed: 1, open: 3 }, 8)).toEqual([
      { outcome: 'failed', from: 0, to: 1 / 8 },
      { outcome: 'open', from: 1 / 8, to: 1 / 2 },
    ]);
  });

  it('of nothing is empty', () => {
    expect(partsOf(NONE, 1)).toEqual([]);
  });
});

it('the whole period is the sum of its columns', () => {
  const sums = sumsOf([
    { start: 'a', ...NONE, failed: 1, succeeded: 2 },
    { start: 'b', ...NONE, succeeded: 3, not_executed: 1 },
  ]);
  expect(sums).toEqual({ ...NONE, failed: 1, succeeded: 5, not_executed: 1 });
  expect(totalOf(sums)).toBe(7);
});
