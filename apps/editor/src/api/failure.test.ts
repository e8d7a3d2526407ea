import { describe, expect, it } from '@jest/globals';
import { fieldProblems } from './field-problems.js';
import { toFailure } from './failure.js';
import { Reachability } from './reachability.js';

const problem = {
  type: 'about:blank',
  title: 'Refused as it stands',
  status: 422,
  detail: 'It cannot be switched on with these settings.',
  issues: [
    { in: 'body' as const, pointer: '/settings/stages/document.sent', message: 'There is no such stage' },
    { in: 'body' as const, pointer: '/template_id', message: 'Must be null', suggestion: 'null' },
  ],
};

describe('a request that came to nothing', () => {
  it('is refused when Tandem says so, in its words', () => {
    const failure = toFailure(problem, { status: 422 });
    expect([failure.kind, failure.message]).toEqual(['refused', problem.detail]);
  });

  it('is unreachable when nobody answered', () => {
    expect(toFailure(new TypeError('Failed to fetch'), undefined).kind).toBe('unreachable');
  });

  it('is unreachable when something in between answered in place of Tandem', () => {
    expect(toFailure('<html>Bad gateway', { status: 502 }).kind).toBe('unreachable');
  });

  it('shows its problems at the fields that they are about, and the others apart', () => {
    expect(fieldProblems(toFailure(problem, { status: 422 }), '/settings')).toEqual({
      at: { 'stages/document.sent': 'There is no such stage' },
      others: ['Must be null (null)'],
    });
  });
});

it('tells the page when the server goes away and when it is back, each once', () => {
  const watch = new Reachability();
  const told: boolean[] = [];
  watch.subscribe(() => told.push(watch.isAway()));
  const gone = toFailure(new TypeError('Failed to fetch'), undefined);
  watch.failed(gone);
  watch.failed(gone);
  watch.failed(toFailure(problem, { status: 422 }));
  watch.answered();
  watch.answered();
  expect(told).toEqual([true, false]);
});
