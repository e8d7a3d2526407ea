import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtinRecipes } from '../builtin/builtin.js';
import { evaluate } from '../expressions/evaluate.js';
import { operators } from '../expressions/operators.js';
import type { Json } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import { catalogue } from '../testing/catalogue.js';
import { makeRecipe } from '../testing/make-recipe.js';
import type { Issue } from './issue.js';
import { validateRecipe } from './validate-recipe.js';

const stop = (message: Json): Step => ({ kind: 'stop', id: 'end', outcome: 'succeeded', message });
const errorsOf = (value: Json): Issue[] =>
  validateRecipe({ ...makeRecipe([]), steps: [stop(value)] }, catalogue).filter(({ severity }) => severity === 'error');

const NAMES = ['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'];
const forty = Array.from({ length: 40 }, () => 0);
const accumulator = { var: 'accumulator' };

describe('an expression that is refused when it is saved', () => {
  it.each(NAMES)('reaches for %s', (name) => {
    const expressions: Json[] = [
      { var: `trigger.${name}` },
      { var: [`${name}.${name}`, 1] },
      { get: [{ var: 'trigger' }, name] },
      { missing: [`trigger.${name}`] },
      { missing_some: [1, [name]] },
      { map: [{ var: 'trigger.list' }, { var: name }] },
      { var: { cat: [name.slice(0, 2), name.slice(2)] } },
      { get: [{ literal: {} }, { cat: [name.slice(0, 2), name.slice(2)] }] },
      JSON.parse(`{"x": {"${name}": 1}, "y": 2}`) as Json,
    ];
    for (const expression of expressions.filter((each) => !JSON.stringify(each).startsWith('{"var":{"cat"'))) {
      expect(errorsOf(expression)).not.toEqual([]);
    }
    // A path that is put together can only be refused when it is read.
    expect(() => evaluate(expressions[6]!, { trigger: {} })).toThrow('may not be read');
  });

  it.each<[string, Json]>([
    ['of a written list with merge', { reduce: [forty, { merge: [accumulator, accumulator] }, [1]] }],
    ['of any list with merge', { reduce: [{ var: 'trigger.list' }, { merge: [accumulator, accumulator] }, [1]] }],
    ['of text', { reduce: [{ var: 'trigger.list' }, { cat: [accumulator, '-', accumulator] }, 'a'] }],
    ['of nested lists', { reduce: [{ var: 'trigger.list' }, [accumulator, accumulator], 1] }],
    [
      'inside a condition',
      { reduce: [{ var: 'trigger.list' }, { if: [{ var: 'current' }, { merge: [accumulator, accumulator] }, 1] }, 1] },
    ],
    ['by replacing', { reduce: [forty, { replace: [accumulator, 'a', 'aa'] }, 'aa'] }],
  ])('doubles: %s', (_, expression) => {
    const recipe = makeRecipe([stop(expression)], { trigger: { kind: 'call', input: { list: { type: 'list' } } } });
    expect(validateRecipe(recipe, catalogue)).toContainEqual(
      expect.objectContaining({ severity: 'error', message: expect.stringMatching(/doubles|more than/) }),
    );
  });

  it('is not a reduce that only adds to what it has', () => {
    const seen = {
      merge: [accumulator, { if: [{ in: [{ var: 'current' }, accumulator] }, [], [{ var: 'current' }]] }],
    };
    expect(errorsOf({ length: { reduce: [[1, 2, 1], seen, []] } })).toEqual([]);
  });

  it.each<[Json, RegExp]>([
    [{ log: 'x' }, /"log" is not an operator here/],
    [{ method: ['a', 'b'] }, /"method" is not an operator here/],
    [{ '==': [{ vra: 'trigger.status' }, 1] }, /There is no operator "vra"/],
    [{ '==': [1] }, /needs at least 2 arguments and has 1/],
    [{ lower: ['a', 'b'] }, /takes at most 1 argument and has 2/],
    [{ '/': [1, 0] }, /gives none here/],
    [{ lower: { split: ['a', 'b'] } }, /needs text/],
    [{ date_add: ['soon', { var: 'run.id' }, 'days'] }, /needs a date/],
    [{ length: { var: [['x']] } }, /A path is text/],
  ])('%j says why', (expression, message) => {
    const messages = errorsOf(expression).map((issue) => issue.message);
    expect(messages).toContainEqual(expect.stringMatching(message));
  });

  it('is a condition that is no expression although it looks like one', () => {
    const branch = (when: Json): Step => ({ kind: 'if', id: 'i', branches: [{ when, steps: [] }] });
    expect(validateRecipe(makeRecipe([branch({ '=': [1, 1] })]), catalogue)).toMatchObject([
      { pointer: '/steps/0/branches/0/when', message: 'There is no operator "="', suggestion: '==', severity: 'error' },
    ]);
  });

  it('is not an object that merely resembles one: that is a warning', () => {
    const issues = validateRecipe(makeRecipe([stop({ Lower: 'x' })]), catalogue);
    expect(issues).toMatchObject([{ severity: 'warning', suggestion: 'lower', pointer: '/steps/0/message' }]);
  });

  it('is too deep or too large', () => {
    let deep: Json = 1;
    for (let index = 0; index < 60; index++) deep = { '!': [deep] };
    expect(errorsOf(deep)).toMatchObject([{ message: expect.stringContaining('deeper than 100 levels') }]);
    expect(errorsOf(Array.from({ length: 10_001 }, () => 1))).toMatchObject([
      { message: expect.stringContaining('10000 parts') },
    ]);
  });
});

describe('any input', () => {
  const survives = (input: unknown): Issue[] => {
    const issues = validateRecipe(input, catalogue);
    expect(Array.isArray(issues)).toBe(true);
    return issues;
  };

  it('of 20,000 levels is refused without overflowing the stack', () => {
    let deep: unknown = 1;
    for (let index = 0; index < 20_000; index++) deep = index % 2 ? [deep] : { steps: deep };
    expect(survives(deep)).toMatchObject([{ message: 'A recipe is nested at most 200 levels deep' }]);
    expect(survives({ ...makeRecipe([]), steps: deep })).toHaveLength(1);
  });

  it('of 20,000 steps is refused without looking at each of them, also when all have one id', () => {
    const steps = (id: (index: number) => string): Step[] =>
      Array.from({ length: 20_000 }, (_, index) => ({ ...stop('x'), id: id(index) }));
    const apart = survives({ ...makeRecipe([]), steps: steps((index) => `s${index}`) });
    expect(apart).toMatchObject([{ pointer: '/steps', message: 'A recipe has at most 1000 steps' }]);
    const alike = survives({ ...makeRecipe([]), steps: steps(() => 'same') });
    expect(alike).toContainEqual(apart[0]);
  });

  it('that is no JSON is refused with its place', () => {
    const round: Record<string, unknown> = {};
    round.round = round;
    const throwing = Object.defineProperty({}, 'a', { enumerable: true, get: () => { throw new Error('no'); } }); // prettier-ignore
    const inputs = [undefined, () => 1, Symbol('s'), 10n, NaN, new Date(0), new Map(), [undefined], Array(3), round, throwing, new Proxy({}, { ownKeys: () => { throw new Error('no'); } })]; // prettier-ignore
    for (const input of inputs)
      expect(survives({ ...makeRecipe([]), description: input }).length + Number(input === undefined)).toBe(1);
  });

  it('with a key of a prototype is refused with its place', () => {
    const input: unknown = JSON.parse('{"settings": [{"__proto__": {"x": 1}}]}');
    expect(survives(input)).toEqual([
      { pointer: '/settings/0/__proto__', message: '"__proto__" may not be used as a key', severity: 'error' },
    ]);
  });

  it('of random JSON makes it say something and never throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(survives(input)).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  const operatorOrName = fc.oneof(fc.constantFrom(...Object.keys(operators), ...NAMES, 'vra', 'log'), fc.string());
  const values = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom<Json>('trigger.status', 'steps.document.rows', 'steps.x', '', 1, null, true, 'accumulator'),
      fc.tuple(operatorOrName, fc.array(tie('value'), { maxLength: 3 })).map(([key, args]) => ({ [key]: args })),
      fc.tuple(operatorOrName, tie('value')).map(([key, arg]) => ({ [key]: arg })),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  })).value;

  it('with random expressions in place of the real ones never makes it throw', () => {
    const mutate = (target: Json, [value, choice]: [Json, number]): Json => {
      if (typeof target !== 'object' || target === null || Object.keys(target).length === 0) return value;
      const keys = Object.keys(target);
      const key = keys[choice % keys.length]!;
      const member = (target as Record<string, Json>)[key]!;
      const changed = choice % 5 === 0 ? value : mutate(member, [value, Math.floor(choice / keys.length)]);
      return Array.isArray(target)
        ? target.map((each, index) => (String(index) === key ? changed : each))
        : { ...target, [key]: changed };
    };
    fc.assert(
      fc.property(fc.constantFrom(...builtinRecipes), values, fc.nat(), (recipe: Recipe, value, choice) => {
        survives(mutate(recipe as unknown as Json, [value, choice]));
      }),
      { numRuns: 2000 },
    );
  });
});
