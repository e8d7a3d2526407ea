import { describe, expect, it } from '@jest/globals';
import { failureGroup, withoutIds, type GroupedFailure } from './failure-group.js';

const failure = (error: Partial<GroupedFailure['error']> = {}, recipe = 'change-deal-stage'): string =>
  failureGroup({
    recipe,
    error: { class: 'validation', message: 'The deal 1001 has no stage', problems: [], path: 'move', ...error },
  });

describe('failures are in one group', () => {
  it.each<[string, Partial<GroupedFailure['error']>]>([
    ['when they are about different deals', { message: 'The deal 2002 has no stage' }],
    ['when they were in different white space', { message: 'The deal  7\nhas no stage' }],
  ])('%s', (_, error) => {
    expect(failure(error)).toBe(failure());
  });

  it('whichever round of a loop they happened in', () => {
    expect(failure({ path: 'each[12].move' })).toBe(failure({ path: 'each[3].move' }));
  });

  it('whatever the order of their problems, and however often one is repeated', () => {
    const amount = { subject: 'Amount', message: 'not a number' };
    const close = { subject: 'Close date', message: 'not a date' };
    expect(failure({ problems: [amount, close, amount] })).toBe(failure({ problems: [close, amount] }));
  });
});

describe('failures are in different groups', () => {
  it.each<[string, string]>([
    ['recipe', failure({}, 'attach-pdf')],
    ['class', failure({ class: 'not_found' })],
    ['step', failure({ path: 'note' })],
    ['message', failure({ message: 'The deal 1001 has no owner' })],
    ['problem', failure({ problems: [{ subject: 'Amount', message: 'not a number' }] })],
  ])('when they differ in their %s', (_, other) => {
    expect(other).not.toBe(failure());
  });
});

it('a fingerprint stays the same from release to release, since it is stored', () => {
  expect(failure()).toBe('0d4ee66b759a39d9');
});

describe('a message without what is peculiar to one run', () => {
  it.each([
    ['The deal 1001 is gone', 'The deal … is gone'],
    ['Document BhVzRcxH9Z2LgfPPGXFUBa was deleted', 'Document … was deleted'],
    ['Asked https://api.test/v3/deals/7?x=1 at 2026-11-23T11:57:00Z', 'Asked … at …'],
    ['"ann.lee@acme.test" is no recipient', '"…" is no recipient'],
    ['018f0000-0000-7000-8000-000000000001 has 1,234.50 EUR', '… has … EUR'],
    ['There is no property "deal_currency"', 'There is no property "deal_currency"'],
    ['L’étape « gagné » n’existe pas', 'L’étape « gagné » n’existe pas'],
  ])('%s → %s', (message, shape) => {
    expect(withoutIds(message)).toBe(shape);
  });

  it('is never endless, and quickly made', () => {
    expect(withoutIds('a1'.repeat(50_000)).length).toBeLessThanOrEqual(300);
    expect(withoutIds('a'.repeat(50_000)).length).toBeLessThanOrEqual(300);
  });
});
