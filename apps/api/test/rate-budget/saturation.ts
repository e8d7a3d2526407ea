import { BudgetSpent, type CallLimit } from '@tandem/connectors';
import { withCallClass, type CallClass } from '../../src/budget/call-class.js';
import { ConnectionBudget } from '../../src/budget/connection-budget.js';
import { randomFrom } from '../crash-matrix/random.js';
import { DistantWindows } from './distant-windows.js';
import { SlidingRemote } from './sliding-remote.js';
import { VirtualTime } from './virtual-time.js';

export interface Situation {
  limit: CallLimit;
  /** What the workers take the limit for until they are told. */
  believed?: CallLimit;
  /** Whether the remote tells its limit and what is left of it with each answer. */
  tells: boolean;
  /** What its connector thinks it should wait after a refusal. */
  guessMs?: number;
  /** One way, in milliseconds: at least, and at most on top of it. */
  remoteMs: [number, number];
  databaseMs: [number, number];
  /** How long a worker's timers come late at most; now and then one comes ten times as late. */
  lateMs: number;
  workers: number;
  lanes: Partial<Record<CallClass, number>>;
  seconds: number;
}

export interface Outcome {
  /** Of the calls that the remote permits from the second interval on. */
  used: number;
  refused: number;
  byClass: Record<CallClass, number>;
}

const OPERATION = 'read';

/** Workers that would call without a pause if they were let, against a remote that counts. */
export async function saturate(situation: Situation, seed: number): Promise<Outcome> {
  const random = randomFrom(seed);
  const between = ([least, more]: [number, number]) => least + random() * more;
  const late = () => random() * situation.lateMs * (random() < 0.02 ? 10 : 1);
  const time = new VirtualTime();
  const remote = new SlidingRemote(time, situation.limit, () => between(situation.remoteMs));
  const windows = new DistantWindows(time, () => between(situation.databaseMs));
  const byClass = { preview: 0, live: 0, retry: 0, backfill: 0 };
  const limits = { [OPERATION]: situation.believed ?? situation.limit };

  for (let worker = 0; worker < situation.workers; worker += 1) {
    const clock = time.delayedBy(late);
    const budget = new ConnectionBudget(windows, { connectionId: 'one', limits, process: `worker-${worker}`, clock });
    for (const [callClass, lanes] of Object.entries(situation.lanes) as [CallClass, number][]) {
      for (let lane = 0; lane < lanes; lane += 1) void work(budget, callClass);
    }
  }
  const { intervalMs } = situation.limit;
  const end = situation.seconds * 1_000;
  await time.passUntil(end);
  const counted = remote.admitted.filter((at) => at > intervalMs).length;
  const refused = remote.refused.filter((at) => at > intervalMs).length;
  return {
    used: counted / ((situation.limit.limit * (end - intervalMs)) / intervalMs),
    refused: refused / (counted + refused),
    byClass,
  };

  async function work(budget: ConnectionBudget, callClass: CallClass): Promise<void> {
    for (;;) {
      try {
        await withCallClass(callClass, () => budget.acquire(OPERATION));
      } catch (error) {
        if (!(error instanceof BudgetSpent)) throw error;
        await time.sleep(error.retryAfterMs + late());
        continue;
      }
      await time.sleep(late());
      const { isAdmitted, remaining } = await remote.call();
      byClass[callClass] += 1;
      if (situation.tells) budget.report(OPERATION, { ...situation.limit, remaining });
      if (!isAdmitted) budget.report(OPERATION, { retryAfterMs: situation.guessMs ?? 300, isGuess: true });
    }
  }
}
