import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConnectorError } from './connector-error.js';
import { LocalRateBudget, type BudgetClock } from './local-rate-budget.js';

/** Time that passes only while somebody sleeps. */
class MovedClock implements BudgetClock {
  private at = 1_000;
  now = (): number => this.at;
  sleep = (ms: number): Promise<void> => {
    this.pass(ms);
    return Promise.resolve();
  };
  pass(ms: number): void {
    this.at += ms;
  }
}

const budgetOf = (clock: MovedClock) =>
  new LocalRateBudget({
    clock,
    otherwise: { limit: 3, intervalMs: 1_000 },
    limits: { search: { limit: 1, intervalMs: 500 } },
  });

async function refusalOf(attempt: Promise<void>): Promise<ConnectorError> {
  const failure: unknown = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof ConnectorError)) throw new Error('nothing was refused');
  return failure;
}

describe('the budget of one account in one process', () => {
  it('lets calls go at once while there are some left', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    for (let call = 0; call < 3; call += 1) await budget.acquire('crm');
    expect(clock.now()).toBe(1_000);
  });

  it('waits in place for the window to move on', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    for (let call = 0; call < 4; call += 1) await budget.acquire('crm');
    expect(clock.now()).toBe(2_000);
  });

  it('counts searches apart from other calls', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    await budget.acquire('search');
    for (let call = 0; call < 3; call += 1) await budget.acquire('crm');
    expect(clock.now()).toBe(1_000);
    await budget.acquire('search');
    expect(clock.now()).toBe(1_500);
  });

  it('throws with the time to come back where the wait would be long', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    budget.report('crm', { retryAfterMs: 10_000 });
    const refusal = await refusalOf(budget.acquire('crm'));
    expect(refusal.errorClass).toBe('rate_limited');
    expect(refusal.retryAfterMs).toBe(10_000);
    expect(clock.now()).toBe(1_000);
  });

  it('opens again when the time asked for has passed', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    budget.report('crm', { retryAfterMs: 10_000 });
    clock.pass(10_000);
    await budget.acquire('crm');
    expect(clock.now()).toBe(11_000);
  });

  it('holds back a call that was already waiting when the refusal came', async () => {
    const clock = new MovedClock();
    const sleeps: (() => void)[] = [];
    const budget = new LocalRateBudget({
      clock: { now: clock.now, sleep: () => new Promise((resolve) => sleeps.push(resolve)) },
      otherwise: { limit: 1, intervalMs: 1_000 },
    });
    await budget.acquire('crm');
    const waiting = refusalOf(budget.acquire('crm'));
    budget.report('crm', { retryAfterMs: 30_000 });
    clock.pass(1_000);
    sleeps[0]?.();
    expect((await waiting).retryAfterMs).toBe(29_000);
  });

  it('leaves room for others who use the same account', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    await budget.acquire('crm');
    budget.report('crm', { limit: 3, remaining: 0, intervalMs: 1_000 });
    await budget.acquire('crm');
    expect(clock.now()).toBe(2_000);
  });

  it('takes the limit from what the remote says', async () => {
    const clock = new MovedClock();
    const budget = budgetOf(clock);
    budget.report('crm', { limit: 190, intervalMs: 10_000 });
    for (let call = 0; call < 190; call += 1) await budget.acquire('crm');
    expect(clock.now()).toBe(1_000);
  });

  it('never lets more calls into any window than the limit, whatever the pauses between them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 30 }), async (pauses) => {
        const clock = new MovedClock();
        const budget = budgetOf(clock);
        const sent: number[] = [];
        for (const pause of pauses) {
          clock.pass(pause);
          await budget.acquire('crm');
          sent.push(clock.now());
        }
        for (const start of sent) {
          expect(sent.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
