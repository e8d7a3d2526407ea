import { describe, expect, it } from '@jest/globals';
import { BudgetSpent, type RateLimitSeen } from '@tandem/connectors';
import { noCalls, withCallClass, type CallClass } from './call-class.js';
import { emptyWindow, type CallWindow } from './call-window.js';
import { ConnectionBudget } from './connection-budget.js';
import { drawCalls } from './draw-calls.js';
import { InMemoryWindows } from './in-memory-windows.js';
import { dayOpensAt, waitForDay } from './kept-of-day.js';

const START = 1_764_000_000_000;
const HOUR = 60 * 60_000;

function told(remaining: number, more: RateLimitSeen = {}): CallWindow {
  const window = emptyWindow({ limit: 190, intervalMs: 10_000 });
  const seen = { told: { dayLimit: 1_000, dayRemaining: remaining, ...more }, agoMs: 0, refusals: 0 };
  drawCalls(window, START, { process: 'one', waiting: noCalls(), spare: 0, seen });
  return window;
}

describe('what is left of a day', () => {
  it.each([
    [101, []],
    [100, ['backfill']],
    [51, ['backfill']],
    [50, ['retry', 'backfill']],
    [0, ['retry', 'backfill']],
  ])('is kept for what goes before: of 1,000 calls %i are left, so %j waits', (remaining, waiting) => {
    expect(waitForDay(told(remaining), START)).toEqual(waiting);
  });

  it('is given to live work alone', () => {
    const waiting = { preview: 1, live: 2, retry: 3, backfill: 4 };
    const { granted } = drawCalls(told(50), START, { process: 'one', waiting, spare: 0 });
    expect(granted).toEqual({ preview: 1, live: 2, retry: 0, backfill: 0 });
  });

  it('is looked at again when the day ends, or after an hour', () => {
    expect(dayOpensAt(told(50, { dayLeftMs: 60_000 }), 'backfill', START)).toBe(START + 60_000);
    expect(dayOpensAt(told(50, { dayLeftMs: 5 * HOUR }), 'backfill', START)).toBe(START + HOUR);
    expect(dayOpensAt(told(50), 'backfill', START + HOUR)).toBe(0);
  });

  it('is nobody’s concern where a remote has no such limit', () => {
    expect(waitForDay(emptyWindow({ limit: 190, intervalMs: 10_000 }), START)).toEqual([]);
  });
});

describe('the budget of a connection whose day is nearly used up', () => {
  it('sends a backfill away until the next day, and lets live work through', async () => {
    const limits = { read: { limit: 100, intervalMs: 10_000 } };
    const budget = new ConnectionBudget(new InMemoryWindows(), { connectionId: 'one', limits, process: 'this' });
    const call = (callClass: CallClass) => withCallClass(callClass, () => budget.acquire('read'));
    await call('live');
    budget.report('read', { dayLimit: 1_000, dayRemaining: 90, dayLeftMs: 30 * 60_000 });
    const failure: unknown = await call('backfill').catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(BudgetSpent);
    expect(failure).toMatchObject({ of: 'day', message: expect.stringContaining('kept for live work') });
    expect((failure as BudgetSpent).retryAfterMs).toBeGreaterThan(29 * 60_000);
    expect((failure as BudgetSpent).retryAfterMs).toBeLessThanOrEqual(30 * 60_000);
    await call('live');
  });
});
