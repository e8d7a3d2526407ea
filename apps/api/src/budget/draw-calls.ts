import { callClasses, noCalls, type ByClass, type CallClass } from './call-class.js';
import {
  forgetOld,
  freeAt,
  HEARD_FOR_MS,
  moreRoomIn,
  slotAt,
  slotMsOf,
  take,
  takeNow,
  usedAt,
  waitingAt,
  type CallWindow,
} from './call-window.js';
import { waitForDay } from './kept-of-day.js';
import { learnLimits, raiseLimit, type Heard } from './learn-limits.js';
import { shareCalls } from './share-calls.js';

/** Calls taken beforehand are good for so many slots; what is left of them is given back. */
const SPARE_SLOTS = 10;
/** Only while so little of the limit is used, and no more than this part of it. */
const SPARE_BELOW = 0.5;
const SPARE_PART = 0.05;

/** What a process wants of a window, and what it has to tell. */
export interface Ask {
  process: string;
  waiting: ByClass;
  /** Calls that it would take beforehand, so as not to ask again for each. */
  spare: number;
  /** Spare calls that were not made. */
  giveBack?: { slot: number; calls: number };
  seen?: Heard;
}

export interface Grant {
  granted: ByClass;
  spare: { calls: number; slot: number; forMs: number };
  /** When to ask again for what was not granted. */
  againInMs: number;
}

/** Decides on one asking, and changes the window accordingly. */
export function drawCalls(window: CallWindow, now: number, ask: Ask): Grant {
  if (ask.seen) learnLimits(window, now, ask.seen);
  raiseLimit(window, now);
  if (ask.giveBack) take(window, ask.giveBack.slot, -ask.giveBack.calls);
  forgetOld(window, now);
  forgetSilent(window, now);

  const closed = waitForDay(window, now);
  const { granted, owed } = shareCalls({
    free: freeAt(window, now, false),
    left: freeAt(window, now, true),
    limit: window.limit,
    mine: without(closed, ask.waiting),
    theirs: without(closed, waitingAt(window, now, ask.process)),
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

const without = (classes: readonly CallClass[], calls: ByClass): ByClass =>
  classes.reduce((left, callClass) => ({ ...left, [callClass]: 0 }), calls);
