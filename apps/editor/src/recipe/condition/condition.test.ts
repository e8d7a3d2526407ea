import { describe, expect, it } from '@jest/globals';
import { builtinRecipes, type Json } from '@tandem/recipes';
import fc from 'fast-check';
import { comparisonsFor, withComparison, withPath } from './comparisons.js';
import { readAsGroup, readCondition, writeCondition, writeGroup, type Condition } from './condition.js';

const amount: Json = { var: 'steps.deal.amount' };

describe('reads as lines', () => {
  it.each<[Json, object]>([
    [
      { '>': [{ number: amount }, 10000] },
      { path: 'steps.deal.amount', comparison: 'above', value: 10000, asNumber: true },
    ],
    [{ '==': [{ var: 'trigger.status' }, 'document.sent'] }, { comparison: 'equals', value: 'document.sent' }],
    [{ in: [{ var: 'trigger.status' }, ['a', 'b']] }, { comparison: 'one_of', value: ['a', 'b'] }],
    [
      { in: [{ var: 'trigger.status' }, { var: 'settings.statuses' }] },
      { comparison: 'one_of', value: { var: 'settings.statuses' } },
    ],
    [{ '!': { empty: { var: 'trigger.deal_id' } } }, { comparison: 'filled' }],
    [{ '!': { contains: [{ var: 'steps.document.tags' }, 'x'] } }, { comparison: 'lacks', value: 'x' }],
    [{ '!!': { var: 'settings.on' } }, { comparison: 'true' }],
  ])('%j', (logic, rule) => {
    expect(readCondition(logic)).toMatchObject({ kind: 'rule', ...rule });
  });

  it('groups within groups', () => {
    const logic: Json = { or: [{ empty: amount }, { and: [{ '>': [amount, 1] }, { '<': [amount, 9] }] }] };
    expect(readCondition(logic)).toMatchObject({
      join: 'any',
      items: [{ comparison: 'empty' }, { join: 'all', items: [{ comparison: 'above' }, { comparison: 'below' }] }],
    });
  });

  it('the condition of every built-in recipe', () => {
    for (const { trigger } of builtinRecipes) {
      expect(readCondition(trigger.kind === 'event' ? (trigger.condition ?? null) : null)).toMatchObject({
        kind: 'rule',
      });
    }
  });
});

it('keeps what it has no line for as it stands, also between lines', () => {
  const strange: Json = { some: [{ var: 'steps.document.rows' }, { '>': [{ var: 'price' }, 5] }] };
  expect(readCondition({ and: [{ empty: amount }, strange] })).toMatchObject({
    items: [{ comparison: 'empty' }, { kind: 'other', logic: strange }],
  });
});

it('writes back exactly what it has read, whatever that was', () => {
  const pill = fc.constantFrom<Json>(amount, { number: amount }, { var: ['trigger.status', ''] }, 'text', 5, null);
  const logic = fc.letrec<{ any: Json }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      pill,
      fc.tuple(fc.constantFrom('==', '>', 'in', 'contains', 'and', 'or', '!', '!!', 'empty', 'starts_with'), fc.array(tie('any'), { maxLength: 3 })).map(([operator, args]): Json => ({ [operator]: args })), // prettier-ignore
      fc.tuple(fc.constantFrom('!', '!!', 'empty'), tie('any')).map(([operator, arg]): Json => ({ [operator]: arg })),
    ),
  }));
  fc.assert(
    fc.property(logic.any, (given) => {
      expect(writeCondition(readCondition(given))).toEqual(given);
    }),
    { numRuns: 1000 },
  );
});

it('shows a single line in a group, and writes it without', () => {
  const line: Json = { empty: amount };
  expect(readAsGroup(line).items).toHaveLength(1);
  expect(writeGroup(readAsGroup(line))).toEqual(line);
});

it('holds always when there is no line', () => {
  expect(writeGroup({ kind: 'group', join: 'any', items: [] })).toBe(true);
  expect(readAsGroup(true).items).toEqual([]);
});

describe('compares', () => {
  const rule: Condition = { kind: 'rule', path: 'trigger.status', comparison: 'equals', value: '12' };

  it('text by size as a number, since remotes give amounts as text', () => {
    expect(withComparison(rule, 'above', 'text')).toMatchObject({ comparison: 'above', value: 12, asNumber: true });
    expect(withComparison(rule, 'above', 'number')).not.toHaveProperty('asNumber');
  });

  it('with a list where one of several is meant, and with one value again', () => {
    const list = withComparison(rule, 'one_of', 'text');
    expect(list.value).toEqual(['12']);
    expect(withComparison(list, 'equals', 'text').value).toBe('12');
  });

  it('another pill in a way that fits its type', () => {
    expect(withPath(rule, 'settings.on', 'boolean')).toMatchObject({
      path: 'settings.on',
      comparison: 'true',
      value: null,
    });
    expect(comparisonsFor('list')).not.toContain('above');
  });
});
