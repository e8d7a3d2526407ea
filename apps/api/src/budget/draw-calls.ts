import type { RateLimitSeen } from '@tandem/connectors';
import { callClasses, noCalls, type ByClass } from './call-class.js';
import {
  foreignAt,
  forgetOld,
  freeAt,
  HEARD_FOR_MS,
  moreRoomIn,
  slotAt,
  slotMsOf,
  take,
  takeNow,
  takenOf,
  usedAt,
  waitingAt,
  type CallWindow,
} from './call-window.js';
import { shareCalls } from './share-calls.js';

/** Calls taken beforehand are good for so many slots; what is left of them is given back. */
const SPARE_SLOTS = 10;
/** Only while so little of the limit is used, and no more than this part of it. */
const SPARE_BELOW = 0.5;
const SPARE_PART = 0.05;
/** A count that the remote made longer ago says nothing about now. */
const FRESH_MS = 500;

/** What a process wants of a window, and what it has to tell. */
export interface Ask {
  process: string;
  waiting: ByClass;
  /** Calls that it would take beforehand, so as not to ask again for each. */
  spare: number;
  /** Spare calls that were not made. */
  giveBack?: { slot: number; calls: number };
  /** What the remote has said since, and how long ago that was. */
  seen?: { told: RateLimitSeen; agoMs: number };
}

export interface Grant {
  granted: ByClass;
  spare: { calls: number; slot: number; forMs: number };
  /** When to ask again for what was not granted. */
  againInMs: number;
}

/** Decides on one asking, and changes the window accordingly. */
export function drawCalls(window: CallWindow, now: number, ask: Ask): Grant {
  if (ask.seen) learn(window, now, ask.seen);
  if (ask.giveBack) take(window, ask.giveBack.slot, -ask.giveBack.calls);
  forgetOld(window, now);
  forgetSilent(window, now);

  const { granted, owed } = shareCalls({
    free: freeAt(window, now, false),
    freeForPreviews: freeAt(window, now, true),
    limit: window.limit,
    mine: ask.waiting,
    theirs: waitingAt(window, now, ask.process),
    owed: window.owed,
  });
  window.owed = owed;
  takeNow(window, now, sumOf(granted));
  const stillWaiting = minus(ask.waiting, granted);
  if (sumOf(stillWaiting) > 0) window.waiting[ask.process] = { at: now, ...stillWaiting };
  else Reflect.deleteProperty(window.waiting, ask.process);

  return { granted, spare: spareFor(window, now, ask.spare), againInMs: moreRoomIn(window, now) };
}

function spareFor(window: CallWindow, now: number, wanted: number): Grant['spare'] {
  const slot = slotAt(window, now) + SPARE_SLOTS;
  const forMs = SPARE_SLOTS * slotMsOf(window);
  const nobodyWaits = sumOf(waitingAt(window, now)) === 0;
  const isCalm = nobodyWaits && now >= window.closedUntil && usedAt(window, now) < window.limit * SPARE_BELOW;
  const calls = isCalm ? Math.min(wanted, Math.floor(window.limit * SPARE_PART)) : 0;
  take(window, slot, calls);
  return { calls, slot, forMs };
}

function learn(window: CallWindow, now: number, { told, agoMs }: NonNullable<Ask['seen']>): void {
  if (told.intervalMs !== undefined && told.intervalMs > 0) changeInterval(window, told.intervalMs);
  if (told.limit !== undefined && told.limit > 0) window.limit = told.limit;
  if (told.retryAfterMs !== undefined) {
    window.closedUntil = Math.max(window.closedUntil, now - agoMs + told.retryAfterMs);
  }
  if (told.dayLimit !== undefined && told.dayRemaining !== undefined) {
    window.day = { limit: told.dayLimit, remaining: told.dayRemaining, at: now - agoMs };
  }
  if (told.remaining === undefined || agoMs > FRESH_MS) return;
  forgetOld(window, now);
  const beyondOurs = Math.max(0, window.limit - told.remaining - takenOf(window));
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

function forgetSilent(window: CallWindow, now: number): void {
  for (const [process, { at }] of Object.entries(window.waiting)) {
    if (now - at > HEARD_FOR_MS) Reflect.deleteProperty(window.waiting, process);
  }
}

const sumOf = (calls: ByClass): number => calls.preview + calls.live + calls.retry + calls.backfill;

function minus(all: ByClass, some: ByClass): ByClass {
  const rest = noCalls();
  for (const callClass of callClasses) rest[callClass] = all[callClass] - some[callClass];
  return rest;
}
