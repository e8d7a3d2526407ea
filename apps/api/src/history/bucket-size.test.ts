import { expect, it } from '@jest/globals';
import { bucketSizeFor } from './bucket-size.js';

it.each([
  ['2026-11-22T22:59Z', 'minute'],
  ['2026-11-22T22:00Z', 'hour'],
  ['2026-11-20T00:00Z', 'hour'],
  ['2026-11-16T00:00Z', 'day'],
  ['2026-08-23T00:00Z', 'day'],
  ['2026-01-01T00:00Z', 'week'],
  ['2020-01-01T00:00Z', 'month'],
])('the runs since %s are counted by the %s', (from, size) => {
  expect(bucketSizeFor(new Date(from), new Date('2026-11-23T00:00Z'))).toBe(size);
});
