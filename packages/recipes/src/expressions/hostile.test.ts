import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import type { Json, JsonObject } from '../json.js';
import { evaluate } from './evaluate.js';
import { ExpressionError } from './expression-error.js';
import { operators } from './operators.js';

const NAMES = ['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];

const refused = (value: Json, scope: JsonObject = { trigger: { a: [1], t: 'x' } }): void => {
  expect(() => evaluate(value, scope)).toThrow(ExpressionError);
};

describe('a path to a prototype or constructor', () => {
  it.each(NAMES)('is refused when it is spelled out: %s', (name) => {
    refused({ var: name });
    refused({ var: `trigger.${name}` });
    refused({ var: `trigger.a.${name}.${name}` });
    refused({ var: [`nothing.here.${name}`, 'default'] });
    refused({ get: [{ var: 'trigger' }, name] });
    refused({ missing: [`trigger.${name}`] });
    refused({ missing_some: [1, [name]] });
  });

  it.each(NAMES)('is refused when the expression puts it together: %s', (name) => {
    const spelled = { cat: [name.slice(0, 3), name.slice(3)] };
    refused({ var: spelled });
    refused({ get: [{ var: 'trigger' }, spelled] });
    refused({ map: [[[1]], { var: spelled }] });
    refused({ object: [spelled, 1] });
  });

  it('is refused as a key of a literal, so that no made object changes its prototype', () => {
    refused(JSON.parse('{"a": {"__proto__": {"admin": true}, "b": 1}}') as Json);
  });

  it('is refused even where the data has such a key of its own', () => {
    refused({ var: 'trigger.constructor' }, { trigger: JSON.parse('{"constructor": "x"}') as Json });
  });

  it('is closed for everybody who uses json-logic-js in this process', () => {
    expect(() => jsonLogic.apply({ var: 'constructor.constructor' }, {})).toThrow('may not be read');
    expect(() => jsonLogic.apply({ log: 'x' } as never, {})).toThrow('Unrecognized operation');
  });
});

describe('an operator outside the table', () => {
  it('is plain data, and no inherited name counts as an operator', () => {
    expect(evaluate({ hasOwn: ['trigger'] }, {})).toEqual({ hasOwn: ['trigger'] });
    refused({ toString: [] });
    refused({ constructor: ['return 1'] });
  });

  it('is refused where other libraries would log or call a method', () => {
    refused({ log: 'secret' });
    refused({ method: [{ var: 'trigger.t' }, 'toUpperCase'] });
  });
});

describe('growth', () => {
  const forty = Array.from({ length: 40 }, () => 0);
  const accumulator = { var: 'accumulator' };

  it.each<[string, Json]>([
    ['merge', { reduce: [forty, { merge: [accumulator, accumulator] }, [1, 2]] }],
    ['cat', { reduce: [forty, { cat: [accumulator, accumulator] }, 'ab'] }],
    ['lists in lists', { reduce: [forty, [accumulator, accumulator], 1] }],
    ['objects in objects', { reduce: [forty, { l: accumulator, r: accumulator }, 1] }],
    ['replace', { reduce: [forty, { replace: [accumulator, 'a', 'aa'] }, 'aa'] }],
    ['join', { reduce: [forty, { join: [[accumulator, accumulator], 'x'] }, 'a'] }],
    ['object', { reduce: [forty, { object: ['a', accumulator, 'b', accumulator] }, 1] }],
    ['map to lists', { reduce: [forty, { map: [[1, 2], { literal: 1 }] }, 1] }],
  ])('by doubling forty times with %s ends in a clear refusal or stays small, at once', (_, value) => {
    const began = performance.now();
    try {
      expect(JSON.stringify(evaluate(value, {})).length).toBeLessThan(1000);
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect((error as ExpressionError).message).toMatch(/more than|too much work/);
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('by a chain of written doublings is refused', () => {
    const doubled = (times: number): Json => {
      let value: Json = { var: 'list' };
      for (let index = 0; index < times; index++) value = { merge: [value, { var: 'list' }] };
      return value;
    };
    const list = Array.from({ length: 30_000 }, (_, index) => index);
    expect(() => evaluate(doubled(40), { list })).toThrow(/a list of more than 100000 elements/);
  });

  it('through the whole data, which holds the accumulator, is refused', () => {
    const list = Array.from({ length: 5000 }, () => 0);
    expect(() => evaluate({ reduce: [list, { var: '' }, 0] }, {})).toThrow(/nested deeper than 100 levels/);
  });

  it('of work, by loops within loops over one list, is refused', () => {
    const list = Array.from({ length: 2000 }, (_, index) => index);
    const inner: Json = { some: [{ literal: list }, { '==': [{ var: '' }, -1] }] };
    expect(() => evaluate({ filter: [{ literal: list }, inner] }, {})).toThrow(/too much work/);
  });

  it('of nesting is refused without overflowing the stack', () => {
    let deep: Json = 1;
    for (let index = 0; index < 20_000; index++) deep = { '!': [deep] };
    refused(deep);
    let data: Json = 1;
    for (let index = 0; index < 20_000; index++) data = [data];
    expect(() => evaluate({ cat: [{ var: 'data' }] }, { data })).toThrow(/nested deeper/);
  });
});

describe('any input', () => {
  const keys = fc.oneof(fc.constantFrom(...Object.keys(operators), ...NAMES, 'log', 'a'), fc.string());
  const values = fc.letrec<{ value: Json; leaf: Json }>((tie) => ({
    leaf: fc.oneof(
      fc.constantFrom<Json>(...NAMES, 'a', 'a.b', 'list', 'list.0', '2026-01-01', 'days', '', 'EUR'),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    ),
    value: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      tie('leaf'),
      fc
        .tuple(keys, fc.oneof(tie('value'), fc.array(tie('value'), { maxLength: 4 })))
        .map(([key, arg]) => ({ [key]: arg })),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  })).value;
  const data = fc.record({
    a: fc.jsonValue() as fc.Arbitrary<Json>,
    list: fc.array(fc.jsonValue() as fc.Arbitrary<Json>),
  });

  it('either evaluates to the same JSON each time, or fails with our own error; the data stays as it was', () => {
    fc.assert(
      fc.property(values, data, (value, scope) => {
        const before = JSON.stringify(scope);
        try {
          const result = evaluate(value, scope);
          const written = JSON.stringify(result);
          expect(typeof written).toBe('string');
          expect(JSON.stringify(evaluate(value, scope))).toBe(written);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
        expect(JSON.stringify(scope)).toBe(before);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([undefined, () => 1, Symbol('x'), NaN, Infinity, 10n, { a: undefined }, [() => 1]])(
    'that is no JSON is refused: %p',
    (value) => {
      refused(value as unknown as Json);
    },
  );

  it('that holds itself is refused', () => {
    const round: JsonObject = { a: 1 };
    round.b = round;
    refused(round);
  });
});

describe('the standard operators', () => {
  const standard = Object.entries(operators)
    .filter(
      ([key, { by }]) =>
        by === 'library' || ['if', 'and', 'or', 'map', 'filter', 'reduce', 'all', 'some', 'none'].includes(key),
    )
    .map(([key, { min }]) => ({ key, min }));
  const leaf = fc.constantFrom<Json>(
    0,
    1,
    -2.5,
    '',
    'a',
    '7',
    true,
    false,
    null,
    { var: 'a' },
    { var: '' },
    { var: 'list' },
    { var: 'list.1' },
  );
  const rules = fc.letrec<{ rule: Json }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(fc.constantFrom(...standard), fc.array(tie('rule'), { minLength: 2, maxLength: 2 }))
        .map(([{ key }, args]) => ({ [key]: ['!', '!!'].includes(key) ? args.slice(1) : args })),
    ),
  })).rule;

  it('give what json-logic-js gives, wherever that is JSON', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const scope = { a: 'x', list: [3, 'b', null, [1]] };
        let ours: Json;
        try {
          ours = evaluate(rule, scope);
        } catch {
          return; // Refused here: not a number, or a value that the library would turn into "[object Object]".
        }
        expect(ours).toEqual(jsonLogic.apply(rule as never, scope) ?? null);
      }),
      { numRuns: 3000 },
    );
  });
});
