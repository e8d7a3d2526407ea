import { describe, expect, it } from '@jest/globals';
import { BudgetSpent } from '@tandem/connectors';
import { withCallClass, type CallClass } from './call-class.js';
import { ConnectionBudget } from './connection-budget.js';
import { InMemoryWindows } from './in-memory-windows.js';

const CONNECTION = '018f0000-0000-7000-8000-000000000001';
const budgetOf = (limit: number, intervalMs: number): ConnectionBudget =>
  new ConnectionBudget(new InMemoryWindows(), {
    connectionId: CONNECTION,
    limits: { read: { limit, intervalMs } },
    process: 'this',
  });

const failureOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('the budget of a connection', () => {
  it('lets calls go at once while there are some left', async () => {
    const budget = budgetOf(1_000, 10_000);
    const began = performance.now();
    for (let call = 0; call < 400; call += 1) await budget.acquire('read');
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('waits in place for a moment, and lets a person go before live work and live work before a backfill', async () => {
    const budget = budgetOf(8, 1_000);
    for (let call = 0; call < 8; call += 1) await budget.acquire('read');
    const order: string[] = [];
    const call = (callClass: CallClass) =>
      withCallClass(callClass, async () => {
        await budget.acquire('read');
        order.push(callClass);
      });
    await Promise.all([failureOf(call('backfill')), call('live'), call('live'), call('preview')]);
    expect(order.filter((callClass) => callClass !== 'backfill')).toEqual(['preview', 'live', 'live']);
    expect(order.indexOf('backfill')).not.toBe(0);
  });

  it('sends work away that would wait long, with the time to come back', async () => {
    const budget = budgetOf(10, 60_000);
    for (let call = 0; call < 10; call += 1) await budget.acquire('read');
    const failure = await failureOf(withCallClass('live', () => budget.acquire('read')));
    expect(failure).toBeInstanceOf(BudgetSpent);
    expect(failure).toMatchObject({ errorClass: 'rate_limited' });
    expect((failure as BudgetSpent).retryAfterMs).toBeGreaterThan(50_000);
    expect((failure as BudgetSpent).retryAfterMs).toBeLessThan(63_000);
  });

  it('sends everybody away for as long as the remote asked', async () => {
    const budget = budgetOf(100, 10_000);
    await budget.acquire('read');
    budget.report('read', { retryAfterMs: 30_000 });
    const failure = await failureOf(budget.acquire('read'));
    expect((failure as BudgetSpent).retryAfterMs).toBeGreaterThan(29_000);
    await expect(budget.acquire('another operation')).resolves.toBeUndefined();
  });

  it('is more patient with work that has made calls already, which it would have to make again', async () => {
    const budget = budgetOf(4, 4_000);
    await withCallClass('live', async () => {
      for (let call = 0; call < 4; call += 1) await budget.acquire('read');
      const newcomer = failureOf(withCallClass('live', () => budget.acquire('read')));
      await budget.acquire('read');
      expect(await newcomer).toBeInstanceOf(BudgetSpent);
    });
  });
});
