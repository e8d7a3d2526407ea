import { expect, it } from '@jest/globals';
import { inLargestUnit } from './largest-unit.js';

it.each([
  [172_800, 'en', '2 days'],
  [3_600, 'en', '1 hour'],
  [5_400, 'fr', '90 minutes'],
  [61, 'en', '61 seconds'],
  [0, 'en', '0 seconds'],
])('says %d seconds in %s as %j', (seconds, language, said) => {
  expect(inLargestUnit(seconds, language)).toBe(said);
});
