import { expect, it } from '@jest/globals';
import { insertPill } from './insert-pill.js';

it.each([
  ['Signed, and worth', 17, 'Signed, and worth {{a.b}}'],
  ['Worth  in all', 6, 'Worth {{a.b}} in all'],
  ['Worth in all', 6, 'Worth {{a.b}} in all'],
  ['', 0, '{{a.b}}'],
  ['Hello', 0, '{{a.b}} Hello'],
  ['"', 1, '"{{a.b}}'],
  ['{{x.y}}', 7, '{{x.y}} {{a.b}}'],
  ['{{x.y}} more', 4, '{{x.y}} {{a.b}} more'],
])('puts a value into %j at %d: %j', (text, caret, expected) => {
  expect(insertPill(text, 'a.b', caret)).toBe(expected);
});
