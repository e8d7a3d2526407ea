import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BudgetSpent } from '@tandem/connectors';
import { startSandbox } from '@tandem/sandbox';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { withCallClass, type CallClass } from '../../src/budget/call-class.js';
import { ConnectionBudget } from '../../src/budget/connection-budget.js';
import { SharedWindows } from '../../src/budget/shared-windows.js';
import { dataSourceOptions, openDataSource } from '../../src/database/open-data-source.js';
import { freshDatabase, type FreshDatabase } from '../../src/testing/fresh-database.js';

/** Asked for by RATE_BUDGET: it measures, and means something only on a machine that has nothing else to do. */
const describeMeasured = process.env.RATE_BUDGET ? describe : describe.skip;
/** Long: the numbers of the promise, over a minute. Else the same in short, with room for a machine that is busy. */
const isLong = process.env.RATE_BUDGET === 'long';
const promise = isLong
  ? { seconds: 60, usedAtLeast: 0.95, refusedBelow: 0.005 }
  : { seconds: 20, usedAtLeast: 0.9, refusedBelow: 0.02 };
const percent = (part: number): string => `${part * 100} %`;

const CONNECTION = '018f0000-0000-7000-8000-000000000001';
const WORKERS = 4;
/** Lanes that a worker works at a time. */
const LANES = 8;
/** Of HubSpot's larger accounts. */
const PER_10_S = 190;

interface Call {
  callClass: CallClass;
  status: number;
  waitedMs: number;
}

/** Each with a pool of connections of its own, as processes have; the limits are the twin's, over HTTP. */
describeMeasured('The rate budget of four workers', () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let database: FreshDatabase;
  const workers: { dataSource: DataSource; budget: ConnectionBudget }[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    database = await freshDatabase();
    for (let n = 0; n < WORKERS; n += 1) {
      const dataSource = await openDataSource(dataSourceOptions(database.url, 4));
      const of = { connectionId: CONNECTION, limits: undefined, process: `worker-${n}` };
      workers.push({ dataSource, budget: new ConnectionBudget(new SharedWindows(dataSource), of) });
    }
    await workers[0]!.dataSource.query(
      `insert into connection (id, connector, name, base_url, credentials, status)
       values ($1, 'hubspot', 'Sales', 'http://twin.test', '', 'connected')`,
      [CONNECTION],
    );
    await fetch(`${sandbox.url}/control/hubspot/settings`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rate_per_10s: PER_10_S }),
    });
  }, 60_000);
  afterAll(async () => {
    for (const { dataSource } of workers) await dataSource.destroy();
    await database.drop();
    await sandbox.close();
  });

  it(
    `uses ${percent(promise.usedAtLeast)} of the permitted calls at saturation, fewer than ` +
      `${percent(promise.refusedBelow)} are refused, and a backfill neither slows live work down nor starves, ` +
      `over ${promise.seconds} s`,
    async () => {
      const until = performance.now() + promise.seconds * 1_000;
      const calls: Call[] = [];
      const lanes = workers.flatMap(({ budget }) =>
        Array.from({ length: LANES }, (_, n) => work(budget, n < LANES - 1 ? 'live' : 'backfill', until, calls)),
      );
      await Promise.all(lanes);

      const refused = calls.filter(({ status }) => status === 429).length;
      const used = (calls.length - refused) / ((PER_10_S * promise.seconds) / 10);
      expect(used).toBeGreaterThanOrEqual(promise.usedAtLeast);
      expect(refused / calls.length).toBeLessThan(promise.refusedBelow);
      const backfilled = calls.filter(({ callClass }) => callClass === 'backfill').length;
      expect(backfilled).toBeGreaterThan(0);
      expect(backfilled / calls.length).toBeLessThan(0.2);
      const waits = calls.flatMap(({ callClass, waitedMs }) => (callClass === 'live' ? [waitedMs] : []));
      expect(waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)]).toBeLessThan(10_000);
    },
    promise.seconds * 1_000 + 60_000,
  );

  /** One lane: call after call, coming back when the budget says so. */
  async function work(budget: ConnectionBudget, callClass: CallClass, until: number, calls: Call[]): Promise<void> {
    let asked = performance.now();
    while (performance.now() < until) {
      try {
        await withCallClass(callClass, () => budget.acquire('crm'));
        if (performance.now() >= until) return;
        const waitedMs = performance.now() - asked;
        calls.push({ callClass, status: await call(budget), waitedMs });
        asked = performance.now();
      } catch (error) {
        if (!(error instanceof BudgetSpent)) throw error;
        await pause(Math.min(error.retryAfterMs, Math.max(0, until - performance.now())));
      }
    }
  }

  async function call(budget: ConnectionBudget): Promise<number> {
    const answer = await fetch(`${sandbox.url}/hubspot/crm/v3/objects/deals/1001`, {
      headers: { authorization: 'Bearer pat-sandbox-hubspot' },
    });
    await answer.text();
    const remaining = Number(answer.headers.get('x-hubspot-ratelimit-remaining'));
    budget.report('crm', { limit: PER_10_S, remaining, intervalMs: 10_000 });
    if (answer.status === 429) budget.report('crm', { retryAfterMs: 300 });
    return answer.status;
  }
});
