import { describe, expect, it } from '@jest/globals';
import { retryDelayMs } from './retry-delay.js';

describe('the delay before a retry', () => {
  it('doubles with each attempt', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, 1))).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it('spreads over half of the step, so that many runs do not come back at once', () => {
    expect(retryDelayMs(3, 0)).toBe(4_000);
    expect(retryDelayMs(3, 0.5)).toBe(6_000);
  });

  it('never exceeds a quarter of an hour', () => {
    expect(retryDelayMs(40, 1)).toBe(15 * 60_000);
  });

  it('waits at least as long as the remote asked', () => {
    expect(retryDelayMs(1, 0, 90_000)).toBe(90_000);
  });
});
