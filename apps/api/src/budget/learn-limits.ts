import type { RateLimitSeen } from '@tandem/connectors';
import { foreignAt, forgetOld, slotAt, slotMsOf, take, takenOf, type CallWindow } from './call-window.js';

/** A count that the remote made longer ago says nothing about now. */
const FRESH_MS = 500;
/** A limit that was learned from refusals is tried to be raised after so many intervals without one, by this much. */
const RAISED_AFTER = 5;
const RAISED_BY = 1.5;

/** What a remote has said since the last asking, and how long ago that was. */
export interface Heard {
  told: RateLimitSeen;
  agoMs: number;
  refusals: number;
}

/** Makes the window what the remote says it is. */
export function learnLimits(window: CallWindow, now: number, { told, agoMs, refusals }: Heard): void {
  if (told.intervalMs !== undefined && told.intervalMs > 0) changeInterval(window, told.intervalMs);
  if (told.limit !== undefined && told.limit > 0) {
    window.limit = told.limit;
    window.lowered = null;
  }
  if (told.retryAfterMs !== undefined) close(window, now, told, agoMs);
  if (told.dayLimit !== undefined && told.dayRemaining !== undefined) {
    const at = now - agoMs;
    const endsAt = told.dayLeftMs === undefined ? null : at + told.dayLeftMs;
    window.day = { limit: told.dayLimit, remaining: told.dayRemaining, at, endsAt };
  }
  forgetOld(window, now);
  if (told.remaining === undefined) {
    if (refusals > 0) lowerLimit(window, now, refusals);
  } else if (agoMs <= FRESH_MS) countOthers(window, now, told.remaining);
}

/** Whoever was refused without a word on when to come back, and is refused again then, waits twice as long. */
function close(window: CallWindow, now: number, told: RateLimitSeen, agoMs: number): void {
  const at = now - agoMs;
  const wait = told.retryAfterMs ?? 0;
  if (!told.isGuess) {
    window.closedUntil = Math.max(window.closedUntil, at + wait);
    return;
  }
  // Calls that were under way when it closed say nothing new.
  if (at < window.closedUntil) return;
  const isAgain = at - window.closedUntil < 2 * window.guessedMs;
  window.guessedMs = isAgain ? Math.min(Math.max(wait, window.intervalMs), 2 * window.guessedMs) : wait;
  window.closedUntil = at + window.guessedMs;
}

/** A remote that only refuses: what it let through of ours is all that it has for us. Refused calls were none. */
function lowerLimit(window: CallWindow, now: number, refusals: number): void {
  for (let left = refusals; left > 0; left -= 1) {
    const last = window.taken.findLast(([, calls]) => calls > 0);
    if (last) take(window, last[0], -1);
  }
  const from = window.lowered?.from ?? window.limit;
  window.limit = Math.max(1, Math.min(window.limit, takenOf(window)));
  window.lowered = { from, at: now };
}

/** Others who used the same account may have stopped, or it was made larger. */
export function raiseLimit(window: CallWindow, now: number): void {
  const { lowered } = window;
  if (!lowered || now - lowered.at < RAISED_AFTER * window.intervalMs) return;
  window.limit = Math.min(lowered.from, Math.ceil(window.limit * RAISED_BY));
  window.lowered = window.limit < lowered.from ? { ...lowered, at: now } : null;
}

function countOthers(window: CallWindow, now: number, remaining: number): void {
  const beyondOurs = Math.max(0, window.limit - remaining - takenOf(window));
  if (beyondOurs > 0 || foreignAt(window, now) > 0) window.foreign = { calls: beyondOurs, at: now };
}

function changeInterval(window: CallWindow, intervalMs: number): void {
  if (window.intervalMs === intervalMs) return;
  const before = slotMsOf(window);
  const taken = window.taken;
  window.intervalMs = intervalMs;
  window.taken = [];
  for (const [slot, calls] of taken) take(window, slotAt(window, (slot + 1) * before), calls);
}
