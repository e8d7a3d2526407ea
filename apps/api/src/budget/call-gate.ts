import { BudgetSpent, type RateLimitSeen } from '@tandem/connectors';
import { callClasses, noCalls, type ByClass, type CallClass, type CallingWork } from './call-class.js';
import { waitingAt, waitOf, type CallWindow } from './call-window.js';
import type { CallWindows, Drawn, WindowKey } from './call-windows.js';
import type { Ask } from './draw-calls.js';
import { dayOpensAt, waitForDay } from './kept-of-day.js';
import { GATE_CLOCK, type GateClock } from './gate-clock.js';

/** How long a call waits in place; a longer wait is stored, and the worker turns to something else. */
const PATIENCE_MS: ByClass = { preview: 5_000, live: 2_000, retry: 1_000, backfill: 1_000 };
/** Work that has made calls already would have to make them again. */
const PATIENCE_OF_BEGUN_MS = 10_000;
/** Those who wait are heard of this often, and hear of others. */
const LONGEST_NAP_MS = 250;
const COUNT_HOLDS_MS = 100;

interface Waiter {
  work: CallingWork;
  until: number;
  go: () => void;
  turnAway: (error: unknown) => void;
}

interface Spare {
  calls: number;
  slot: number;
  until: number;
}

/** Through here go the calls of this process that a remote counts together; first by class, then as they came. */
export class CallGate {
  private readonly queues: Record<CallClass, Waiter[]> = { preview: [], live: [], retry: [], backfill: [] };
  private spare: Spare | undefined;
  /** Classes that had to wait for another day when it was last asked. */
  private closed: readonly CallClass[] = [];
  private seen: { told: RateLimitSeen; at: number; refusals: number } | undefined;
  private isServing = false;
  private wakeUp: (() => void) | undefined;
  private lastDraw = { at: 0, passed: 0 };

  constructor(
    private readonly windows: CallWindows,
    private readonly key: WindowKey,
    private readonly process: string,
    private readonly clock: GateClock = GATE_CLOCK,
  ) {}

  /** Comes back when the call may go out. Throws BudgetSpent. */
  async pass(work: CallingWork): Promise<void> {
    if (this.closed.includes(work.callClass) || !this.takeSpare()) await this.wait(work);
    this.lastDraw.passed += 1;
    work.calls += 1;
  }

  /** A refusal is told to the other processes at once, all else when there is something to ask. */
  hear(told: RateLimitSeen): void {
    const at = this.clock.now();
    const refusals = (this.seen?.refusals ?? 0) + (told.retryAfterMs === undefined ? 0 : 1);
    this.seen = { told: { ...stillTrue(this.seen, at), ...told }, at, refusals };
    if (told.retryAfterMs === undefined) return;
    this.spare = this.spare && { ...this.spare, until: 0 };
    this.look();
  }

  private takeSpare(): boolean {
    if (!this.spare || this.spare.calls === 0 || this.spare.until < this.clock.now()) return false;
    this.spare.calls -= 1;
    return true;
  }

  private wait(work: CallingWork): Promise<void> {
    const patience = work.calls > 0 ? PATIENCE_OF_BEGUN_MS : PATIENCE_MS[work.callClass];
    return new Promise((go, turnAway) => {
      this.queues[work.callClass].push({ work, until: this.clock.now() + patience, go, turnAway });
      this.look();
    });
  }

  /** One asking at a time: those who come meanwhile are part of the next. */
  private look(): void {
    this.wakeUp?.();
    if (!this.isServing) void this.serveAll();
  }

  private async serveAll(): Promise<void> {
    this.isServing = true;
    try {
      for (;;) {
        const drawn = await this.draw();
        this.serve(drawn.granted);
        this.turnImpatientAway(drawn);
        if (this.countWaiting() === 0) return;
        await this.nap(Math.min(drawn.againInMs, LONGEST_NAP_MS));
      }
    } catch (error) {
      for (const { turnAway } of callClasses.flatMap((callClass) => this.queues[callClass].splice(0))) turnAway(error);
    } finally {
      this.isServing = false;
    }
  }

  private async draw(): Promise<Drawn> {
    const { seen, spare } = this;
    const at = this.clock.now();
    this.seen = undefined;
    const ask: Ask = {
      process: this.process,
      waiting: this.waitingByClass(),
      spare: spare && spare.until >= at && spare.calls > 0 ? 0 : this.likelyCalls(at),
      ...(spare && spare.until < at && spare.calls > 0 && { giveBack: { slot: spare.slot, calls: spare.calls } }),
      ...(seen && { seen: { told: seen.told, agoMs: at - seen.at, refusals: seen.refusals } }),
    };
    if (ask.giveBack) this.spare = undefined;
    try {
      const drawn = await this.windows.draw(this.key, ask);
      this.lastDraw = { at, passed: 0 };
      this.closed = waitForDay(drawn.window, drawn.now);
      if (drawn.spare.calls > 0) {
        this.spare = { calls: drawn.spare.calls, slot: drawn.spare.slot, until: at + drawn.spare.forMs };
      }
      return drawn;
    } catch (error) {
      this.seen ??= seen;
      throw error;
    }
  }

  /** As many as since the last asking, if that was a moment ago. */
  private likelyCalls(now: number): number {
    return now - this.lastDraw.at < this.key.limit.intervalMs / 10 ? this.lastDraw.passed : 0;
  }

  private serve(granted: ByClass): void {
    for (const callClass of callClasses) {
      for (const { go } of this.queues[callClass].splice(0, granted[callClass])) go();
    }
  }

  /** Whoever would wait longer than he can is told at once when to come again. */
  private turnImpatientAway({ window, now }: Drawn): void {
    const at = this.clock.now();
    const theirs = waitingAt(window, now, this.process);
    let position = 0;
    for (const callClass of callClasses) {
      const opensAt = dayOpensAt(window, callClass, now);
      if (opensAt > 0) {
        for (const { turnAway } of this.queues[callClass].splice(0)) turnAway(new BudgetSpent(opensAt - now, 'day'));
        continue;
      }
      position += theirs[callClass];
      const staying: Waiter[] = [];
      for (const waiter of this.queues[callClass]) {
        const wait = waitOf(window, now, position + 1);
        const isTooLong = at + wait > waiter.until;
        if (isTooLong) waiter.turnAway(new BudgetSpent(comeAgainIn(wait, window, now, PATIENCE_MS[callClass])));
        else staying.push(waiter);
        position += 1;
      }
      this.queues[callClass] = staying;
    }
  }

  private nap(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        forget();
        this.wakeUp = undefined;
        resolve();
      };
      const forget = this.clock.after(ms, wake);
      this.wakeUp = wake;
    });
  }

  private waitingByClass(): ByClass {
    const all = noCalls();
    for (const callClass of callClasses) all[callClass] = this.queues[callClass].length;
    return all;
  }

  private countWaiting(): number {
    return callClasses.reduce((sum, callClass) => sum + this.queues[callClass].length, 0);
  }
}

/** What was said a moment ago stands beside what is said now; a count of what is left is soon out of date. */
function stillTrue(seen: { told: RateLimitSeen; at: number } | undefined, now: number): RateLimitSeen {
  if (!seen) return {};
  const { remaining, ...rest } = seen.told;
  return remaining === undefined || now - seen.at > COUNT_HOLDS_MS ? rest : { ...rest, remaining };
}

/** A little early, to wait in place for the rest: so somebody stands there when room comes back. Closed is closed. */
function comeAgainIn(wait: number, { closedUntil }: CallWindow, now: number, patience: number): number {
  return Math.ceil(Math.max(LONGEST_NAP_MS, closedUntil - now, wait - patience / 2));
}
