import { z } from 'zod';
import type { ByClass } from './call-class.js';

/** A window is counted in so many slots. More would be finer and cost more asking. */
const SLOTS = 100;
const SHORTEST_SLOT_MS = 10;
/** Calls do not take equally long to the remote: what we count stays counted for this much longer. */
const LEAST_GUARD_MS = 50;
/** From half of the limit on calls are spread out, so that room comes back as evenly; up to there they go at once. */
const SPREAD_FROM = 0.5;
/** A little faster than the limit, which has the last word: a pace that falls behind could not catch up. */
const SPREAD_SPEED = 1.1;
/** What nobody took in time is not lost at once: this part of the limit may go together. */
const SPREAD_BURST = 0.05;

const Count = z.number();
const Waiting = z.object({ at: Count, preview: Count, live: Count, retry: Count, backfill: Count });

/** The calls of one account that a remote counts together. Times are milliseconds of one clock, the store's. */
export const CallWindow = z.object({
  limit: Count,
  intervalMs: Count,
  /** After a refusal: nothing goes out before. */
  closedUntil: Count,
  /** For how long it was closed last, where the remote named no time. */
  guessedMs: Count.default(0),
  /** From which limit, when and whether refusals have brought the present one down. */
  lowered: z.object({ from: Count, at: Count }).nullable().default(null),
  /** Calls given out: [slot, calls], ascending. */
  taken: z.array(z.tuple([Count, Count])),
  /** What the remote counts beyond ours: others use the account too, or calls arrived later than they left. */
  foreign: z.object({ calls: Count, at: Count }),
  /** What may go out by the pace of spread calls: grows with time. */
  pace: z.object({ calls: Count, at: Count }),
  /** What the remote said last of its day, when, and when that day ends where that is known. */
  day: z.object({ limit: Count, remaining: Count, at: Count, endsAt: Count.nullable().default(null) }).nullable(),
  owed: z.object({ retry: Count, backfill: Count }),
  /** By process. */
  waiting: z.record(z.string(), Waiting),
});
export type CallWindow = z.infer<typeof CallWindow>;

export const emptyWindow = ({ limit, intervalMs }: { limit: number; intervalMs: number }): CallWindow => ({
  limit,
  intervalMs,
  closedUntil: 0,
  guessedMs: 0,
  lowered: null,
  taken: [],
  foreign: { calls: 0, at: 0 },
  pace: { calls: 0, at: 0 },
  day: null,
  owed: { retry: 0, backfill: 0 },
  waiting: {},
});

export const slotMsOf = (window: CallWindow): number => Math.max(SHORTEST_SLOT_MS, window.intervalMs / SLOTS);

export const slotAt = (window: CallWindow, at: number): number => Math.floor(at / slotMsOf(window));

/** For how many slots a call stays counted: the window, the slot in which it may go out, and the guard. */
function slotsCounted(window: CallWindow): number {
  const slotMs = slotMsOf(window);
  return Math.ceil(window.intervalMs / slotMs) + 1 + Math.ceil(Math.max(LEAST_GUARD_MS, 2 * slotMs) / slotMs);
}

/** Forgets what no longer counts. */
export function forgetOld(window: CallWindow, now: number): void {
  const oldest = slotAt(window, now) - slotsCounted(window);
  const first = window.taken.findIndex(([slot]) => slot > oldest);
  window.taken.splice(0, first === -1 ? window.taken.length : first);
}

/** Negative numbers give calls back. */
export function take(window: CallWindow, slot: number, calls: number): void {
  if (calls === 0) return;
  const at = window.taken.findIndex(([known]) => known >= slot);
  const known = window.taken[at];
  if (known?.[0] === slot) known[1] = Math.max(0, known[1] + calls);
  else if (calls > 0) window.taken.splice(at === -1 ? window.taken.length : at, 0, [slot, calls]);
}

export const takenOf = (window: CallWindow): number => window.taken.reduce((sum, [, calls]) => sum + calls, 0);

/** Fades over one interval: the remote forgets them too. */
export const foreignAt = ({ foreign, intervalMs }: CallWindow, now: number): number =>
  Math.max(0, foreign.calls * (1 - Math.max(0, now - foreign.at) / intervalMs));

export const usedAt = (window: CallWindow, now: number): number => takenOf(window) + foreignAt(window, now);

const pacePerMs = ({ limit, intervalMs }: CallWindow): number => (limit * SPREAD_SPEED) / intervalMs;

function pacedAt(window: CallWindow, now: number): number {
  const most = Math.max(1, window.limit * SPREAD_BURST);
  return Math.min(most, window.pace.calls + Math.max(0, now - window.pace.at) * pacePerMs(window));
}

/** Takes calls that go out now. */
export function takeNow(window: CallWindow, now: number, calls: number): void {
  window.pace = { calls: Math.max(0, pacedAt(window, now) - calls), at: now };
  take(window, slotAt(window, now), calls);
}

const isSpread = (window: CallWindow, now: number): boolean => usedAt(window, now) >= window.limit * SPREAD_FROM;

/** Calls that may go out now. `atOnce`: without regard to the calls that are to come. */
export function freeAt(window: CallWindow, now: number, atOnce: boolean): number {
  if (now < window.closedUntil) return 0;
  const free = window.limit - usedAt(window, now);
  if (atOnce || !isSpread(window, now)) return Math.max(0, free);
  return Math.max(0, Math.min(free, pacedAt(window, now)));
}

/** Milliseconds until there may be more room than now. */
export function moreRoomIn(window: CallWindow, now: number): number {
  const slotMs = slotMsOf(window);
  if (now < window.closedUntil) return window.closedUntil - now;
  const [oldest] = window.taken;
  if (window.limit - usedAt(window, now) < 1) {
    const end = oldest ? (oldest[0] + slotsCounted(window)) * slotMs - now : window.intervalMs;
    return Math.max(1, foreignAt(window, now) >= 1 ? Math.min(end, window.intervalMs / 20) : end);
  }
  const missing = 1 - pacedAt(window, now);
  return isSpread(window, now) && missing > 0 ? Math.max(1, missing / pacePerMs(window)) : slotMs;
}

/** Milliseconds until the so-manieth call from now may go out, as far as can be told. */
export function waitOf(window: CallWindow, now: number, position: number): number {
  const closedFor = Math.max(0, window.closedUntil - now);
  const spread = (position - pacedAt(window, now)) / pacePerMs(window);
  let missing = position - (window.limit - usedAt(window, now));
  if (missing <= 0) return Math.max(closedFor, isSpread(window, now) ? spread : 0);
  for (const [slot, calls] of window.taken) {
    missing -= calls;
    if (missing <= 0) return Math.max(closedFor, (slot + slotsCounted(window)) * slotMsOf(window) - now);
  }
  return closedFor + window.intervalMs * Math.ceil(missing / Math.max(1, window.limit));
}

/** How many wait in all processes, by class. Whoever has not been heard of for a while is gone. */
export function waitingAt(window: CallWindow, now: number, except?: string): ByClass {
  const all = { preview: 0, live: 0, retry: 0, backfill: 0 };
  for (const [process, waiting] of Object.entries(window.waiting)) {
    if (process === except || now - waiting.at > HEARD_FOR_MS) continue;
    for (const callClass of ['preview', 'live', 'retry', 'backfill'] as const) all[callClass] += waiting[callClass];
  }
  return all;
}

export const HEARD_FOR_MS = 1_500;
