import { expect, it } from '@jest/globals';
import type { Json } from '@tandem/recipes';
import fc from 'fast-check';
import { fromTemplate, spokenText, toTemplate } from './template-text.js';

it.each<[string, Json]>([
  ['Hello', 'Hello'],
  ['', ''],
  ['{{steps.deal.name}}', { var: 'steps.deal.name' }],
  ['Deal {{steps.deal.name}} won!', { cat: ['Deal ', { var: 'steps.deal.name' }, ' won!'] }],
  ['{{trigger.a}}{{trigger.b}}', { cat: [{ var: 'trigger.a' }, { var: 'trigger.b' }] }],
])('writes %j as %j, and reads it again', (text, value) => {
  expect(fromTemplate(text)).toEqual(value);
  expect(toTemplate(value)).toBe(text);
});

it.each<[Json]>([
  [{ cat: ['a', { upper: { var: 'b' } }] }],
  [{ var: ['a', 'else'] }],
  [{ cat: ['only'] }],
  [{ upper: 'a' }],
  [['a']],
  [null],
  [5],
  ['{{not.a.pill}}'],
])('leaves %j to the formula, since text would not be the same', (value) => {
  expect(toTemplate(value)).toBeUndefined();
});

it('never changes a value by showing it as text', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('{{', '}}', '{{a}}'),
    fc.string().map((path): Json => ({ var: path })),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        part,
        fc.array(part).map((parts): Json => ({ cat: parts })),
      ),
      (value) => {
        const text = toTemplate(value);
        if (text !== undefined) expect(fromTemplate(text)).toEqual(value);
      },
    ),
  );
});

it('names the pills of a text that is only to be read', () => {
  expect(spokenText({ cat: ['Worth ', { var: 'steps.deal.amount' }] }, (key) => `the ${key}`)).toBe(
    'Worth ‹the amount›',
  );
  expect(spokenText({ upper: 'a' }, String)).toBeUndefined();
});
