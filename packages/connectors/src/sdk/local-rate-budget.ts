import { BudgetSpent } from './budget-spent.js';
import type { RateBudget, RateLimitSeen } from './rate-budget.js';

export interface BudgetClock {
  /** Milliseconds; only differences count. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface CallLimit {
  limit: number;
  intervalMs: number;
}

export interface LocalRateBudgetOptions {
  /** By operation; all operations that are not named here share `otherwise`. */
  limits?: Readonly<Record<string, CallLimit>>;
  otherwise?: CallLimit;
  /** A longer wait is not sat out here but thrown, so that the worker turns to something else. */
  longestWaitMs?: number;
  clock?: BudgetClock;
}

const SYSTEM_CLOCK: BudgetClock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The smallest limits in use among the remotes: what a remote says about itself soon replaces them. */
export const SEARCH_LIMIT: CallLimit = { limit: 4, intervalMs: 1_000 };
export const USUAL_LIMIT: CallLimit = { limit: 100, intervalMs: 10_000 };
const LONGEST_WAIT_MS = 2_000;

interface Window extends CallLimit {
  /** When calls went out, and when those that wait will; ascending. */
  calls: number[];
  closedUntil: number;
}

/**
 * A budget inside one process: a sliding window per group of operations. Calls wait in the order in which they came;
 * what the remote reports makes the window narrower or wider, and a refusal closes it for as long as the remote asked.
 */
export class LocalRateBudget implements RateBudget {
  private readonly windows = new Map<string, Window>();
  private readonly limits: Readonly<Record<string, CallLimit>>;
  private readonly otherwise: CallLimit;
  private readonly longestWaitMs: number;
  private readonly clock: BudgetClock;

  constructor(options: LocalRateBudgetOptions = {}) {
    this.limits = options.limits ?? { search: SEARCH_LIMIT };
    this.otherwise = options.otherwise ?? USUAL_LIMIT;
    this.longestWaitMs = options.longestWaitMs ?? LONGEST_WAIT_MS;
    this.clock = options.clock ?? SYSTEM_CLOCK;
  }

  async acquire(operation: string): Promise<void> {
    const window = this.windowOf(operation);
    const arrived = this.clock.now();
    for (;;) {
      const now = this.clock.now();
      const slot = this.nextSlot(window, now);
      if (slot - arrived > this.longestWaitMs) {
        throw new BudgetSpent(Math.ceil(slot - now));
      }
      window.calls.push(slot);
      if (slot > now) await this.clock.sleep(slot - now);
      if (this.clock.now() >= window.closedUntil) return;
      window.calls.splice(window.calls.indexOf(slot), 1);
    }
  }

  report(operation: string, seen: RateLimitSeen): void {
    const window = this.windowOf(operation);
    const now = this.clock.now();
    if (seen.limit !== undefined && seen.limit > 0) window.limit = seen.limit;
    if (seen.intervalMs !== undefined && seen.intervalMs > 0) window.intervalMs = seen.intervalMs;
    if (seen.retryAfterMs !== undefined) window.closedUntil = Math.max(window.closedUntil, now + seen.retryAfterMs);
    if (seen.remaining !== undefined) this.countOthers(window, seen.remaining, now);
  }

  /** Calls of others that use the same account: the remote has fewer left than we think. */
  private countOthers(window: Window, remaining: number, now: number): void {
    this.forgetOld(window, now);
    const unseen = window.limit - remaining - window.calls.length;
    if (unseen <= 0) return;
    window.calls.push(...Array.from({ length: Math.min(unseen, window.limit) }, () => now));
    window.calls.sort((a, b) => a - b);
  }

  private nextSlot(window: Window, now: number): number {
    this.forgetOld(window, now);
    const blocking = window.calls.at(-window.limit);
    return Math.max(now, window.closedUntil, blocking === undefined ? 0 : blocking + window.intervalMs);
  }

  private forgetOld(window: Window, now: number): void {
    const old = window.calls.findIndex((call) => call > now - window.intervalMs);
    window.calls.splice(0, old === -1 ? window.calls.length : old);
  }

  private windowOf(operation: string): Window {
    const named = this.limits[operation];
    const group = named === undefined ? '' : operation;
    const known = this.windows.get(group);
    if (known !== undefined) return known;
    const window: Window = { ...(named ?? this.otherwise), calls: [], closedUntil: 0 };
    this.windows.set(group, window);
    return window;
  }
}
