import { expect, it } from '@jest/globals';
import { keyFor } from './recipe-key.js';

it.each([
  ['Change the deal stage', 'change-the-deal-stage'],
  ['Déplacer l’affaire !', 'deplacer-l-affaire'],
  ['2026: 報告', 'recipe'],
])('makes a key out of %j', (name, key) => {
  expect(keyFor(name, new Set())).toBe(key);
});

it('never takes a key that there is already', () => {
  expect(keyFor('Mine', new Set(['mine', 'mine-2']))).toBe('mine-3');
});
