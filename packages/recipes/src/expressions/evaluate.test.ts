import { describe, expect, it } from '@jest/globals';
import type { Json } from '../json.js';
import { evaluate, evaluateCondition } from './evaluate.js';

const scope = {
  trigger: { status: 'document.completed', deal_id: '41', tags: ['new', 'big'] },
  settings: { stages: { 'document.completed': 'closedwon' } },
  steps: {
    document: {
      name: 'Offer',
      date_completed: '2026-01-31T09:30:00.000Z',
      rows: [
        { name: 'Seat', price: '10.00', tags: { a: 1 } },
        { name: 'Setup', price: '200.00', tags: null },
      ],
      hostile: { var: 'trigger.deal_id' },
    },
  },
};

const valueOf = (value: Json): Json => evaluate(value, scope);

describe('a value', () => {
  it('is given as it is when it is a literal', () => {
    expect(valueOf('var')).toBe('var');
    expect(valueOf({ a: [1, null, { b: true, c: '' }] })).toEqual({ a: [1, null, { b: true, c: '' }] });
  });

  it('has its references replaced at any depth of a literal', () => {
    expect(valueOf({ id: { var: 'trigger.deal_id' }, list: [{ x: 1, y: { var: 'trigger.tags.1' } }] })).toEqual({
      id: '41',
      list: [{ x: 1, y: 'big' }],
    });
  });

  it('reads members whose key holds a dot with get', () => {
    expect(valueOf({ get: [{ var: 'settings.stages' }, { var: 'trigger.status' }] })).toBe('closedwon');
    expect(valueOf({ get: [{ var: 'settings.stages' }, 'document.sent', 'none'] })).toBe('none');
  });

  it('is null where a path leads nowhere, or the given default', () => {
    expect(valueOf({ var: 'steps.document.rows.7.name' })).toBeNull();
    expect(valueOf({ var: ['steps.other.id', 'x'] })).toBe('x');
    expect(valueOf({ var: 'trigger.tags.length' })).toBe(2);
  });

  it('never evaluates what comes from data, even when it looks like an expression', () => {
    expect(valueOf({ var: 'steps.document.hostile' })).toEqual({ var: 'trigger.deal_id' });
    expect(valueOf({ merge: [[{ var: 'steps.document.hostile' }]] })).toEqual([{ var: 'trigger.deal_id' }]);
    expect(valueOf({ coalesce: [null, { var: 'steps.document.hostile' }] })).toEqual({ var: 'trigger.deal_id' });
  });

  it('keeps an expression unevaluated inside literal', () => {
    expect(valueOf({ literal: { var: 'trigger.deal_id' } })).toEqual({ var: 'trigger.deal_id' });
    expect(valueOf({ literal: [1, { log: 2 }] })).toEqual([1, { log: 2 }]);
  });

  it('makes objects whose keys are computed or named like an operator', () => {
    expect(valueOf({ object: ['text', { var: 'trigger.deal_id' }, { var: 'trigger.status' }, 2] })).toEqual({
      text: '41',
      'document.completed': 2,
    });
  });

  it('maps, filters and reduces lists with the element as the data', () => {
    const rows = { var: 'steps.document.rows' };
    expect(valueOf({ map: [rows, { var: 'name' }] })).toEqual(['Seat', 'Setup']);
    expect(valueOf({ map: [rows, { n: { var: 'name' }, p: { number: { var: 'price' } } }] })).toEqual([
      { n: 'Seat', p: 10 },
      { n: 'Setup', p: 200 },
    ]);
    expect(valueOf({ length: { filter: [rows, { '>': [{ var: 'price' }, 50] }] } })).toBe(1);
    const sum = { '+': [{ var: 'accumulator' }, { var: 'current.price' }] };
    expect(valueOf({ reduce: [rows, sum, 0] })).toBe(210);
  });

  it('gives the same keys in the same order however the object was stored', () => {
    expect(evaluate({ keys: { var: 'o' } }, { o: { b: 1, a: 2 } })).toEqual(['a', 'b']);
    expect(evaluate({ values: { var: 'o' } }, { o: { b: 1, a: 2 } })).toEqual([2, 1]);
  });
});

describe('text, numbers, money and dates', () => {
  const examples: [Json, Json][] = [
    [{ cat: ['Deal ', { var: 'trigger.deal_id' }] }, 'Deal 41'],
    [{ upper: { trim: ' a b ' } }, 'A B'],
    [{ lower: null }, ''],
    [{ replace: ['a.b.c', '.', '--'] }, 'a--b--c'],
    [{ split: ['a,b', ','] }, ['a', 'b']],
    [{ split: ['a🐼', ''] }, ['a', '🐼']],
    [{ substr: ['🐼b', 0, 1] }, ''],
    [{ substr: ['a🐼b', 0, 3] }, 'a🐼'],
    [{ substr: ['a🐼b', 2] }, 'b'],
    [{ substr: ['a🐼b', 0, -2] }, 'a'],
    [{ join: [['a', null, 3], '; '] }, 'a; ; 3'],
    [{ starts_with: ['document.sent', 'document.'] }, true],
    [{ ends_with: ['document.sent', '.draft'] }, false],
    [{ contains: [[1, { a: 1, b: 2 }], { b: 2, a: 1 }] }, true],
    [{ contains: ['offer', 'off'] }, true],
    [{ contains: [null, 'off'] }, false],
    [{ in: ['a', ['a']] }, true],
    [{ text: { b: 1, a: [true] } }, '{"a":[true],"b":1}'],
    [{ number: '12.50' }, 12.5],
    [{ number: 'twelve' }, null],
    [{ round: [1.005, 2] }, 1.01],
    [{ round: [-2.5] }, -3],
    [{ floor: '-1.2' }, -2],
    [{ ceil: 1.2 }, 2],
    [{ abs: -4 }, 4],
    [{ abs: null }, null],
    [{ money: ['12.345', 'EUR'] }, '12.35'],
    [{ money: [1.005, 'usd'] }, '1.01'],
    [{ money: [1200.5, 'JPY'] }, '1201'],
    [{ money: ['0.1', 'KWD'] }, '0.100'],
    [{ money: ['12345678901234567890.125', 'EUR'] }, '12345678901234567890.13'],
    [{ money: [null, 'EUR'] }, null],
    [{ date_add: ['2026-01-31', 1, 'months'] }, '2026-02-28T00:00:00.000Z'],
    [{ date_add: ['2024-02-29T12:00:00Z', 1, 'year'] }, '2025-02-28T12:00:00.000Z'],
    [{ date_add: ['2026-01-01T00:00:00+02:00', -90, 'minutes'] }, '2025-12-31T20:30:00.000Z'],
    [{ date_diff: ['2026-01-01', '2026-01-31T23:00:00Z', 'days'] }, 30],
    [{ date_diff: ['2026-01-02', '2026-01-01', 'hours'] }, -24],
    [{ date_format: [{ var: 'steps.document.date_completed' }, 'dd.MM.yyyy HH:mm'] }, '31.01.2026 09:30'],
    [{ date_format: [null, 'yyyy'] }, null],
    [{ coalesce: [null, '', 0] }, 0],
    [{ empty: [[]] }, true],
    [{ empty: {} }, true],
    [{ length: 'four' }, 4],
    [{ missing: ['trigger.deal_id', 'trigger.other'] }, ['trigger.other']],
    [{ missing_some: [1, ['trigger.deal_id', 'trigger.other']] }, []],
    [{ if: [false, 1, 0, 2, 3] }, 3],
    [{ '?:': [[], 1, 2] }, 2],
    [{ and: [1, '', 2] }, ''],
    [{ or: [0, 'x'] }, 'x'],
    [{ '<': [1, 2, 3] }, true],
  ];
  it.each(examples)('%j is %j', (value, result) => {
    expect(valueOf(value)).toEqual(result);
  });

  it('takes an empty list for false in a condition, as JsonLogic does', () => {
    expect(evaluateCondition({ var: 'none' }, { none: [] })).toBe(false);
    expect(evaluateCondition({ var: 'zero' }, { zero: '0' })).toBe(true);
  });
});

describe('an expression that cannot be evaluated', () => {
  const refusals: [Json, RegExp, string][] = [
    [{ a: [{ lower: [[1]] }, 1] }, /"lower" needs text, not a list/, '/a/0/lower'],
    [{ '/': [1, 0] }, /"\/" needs numbers and gives none here: 1, 0/, '/~1'],
    [{ '+': ['x', 1] }, /gives none here: "x", 1/, '/+'],
    [{ date_add: ['yesterday', 1, 'days'] }, /needs a date such as .*, not "yesterday"/, '/date_add'],
    [{ date_add: ['2026-01-01', 1, 'fortnights'] }, /not in "fortnights"/, '/date_add'],
    [{ money: [1, 'Euro'] }, /needs a currency such as "EUR"/, '/money'],
    [{ '==': [1] }, /"==" needs at least 2 arguments and has 1/, ''],
    [{ lower: ['a', 'b'] }, /"lower" takes at most 1 argument and has 2/, ''],
    [{ var: { var: 'trigger' } }, /A path is text/, ''],
  ];
  it.each(refusals)('%j says why and where', (value, message, pointer) => {
    expect(() => valueOf(value)).toThrow(expect.objectContaining({ name: 'ExpressionError', pointer }));
    expect(() => valueOf(value)).toThrow(message);
  });
});
