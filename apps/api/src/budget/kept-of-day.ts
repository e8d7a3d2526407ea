import { callClasses, type ByClass, type CallClass } from './call-class.js';
import type { CallWindow } from './call-window.js';

/** The part of a day's calls that each class leaves to those before it: a backfill can go on tomorrow, a customer cannot. */
const LEAVES_OF_DAY: ByClass = { preview: 0, live: 0, retry: 0.05, backfill: 0.1 };
/** What a remote said of its day is believed for so long; then one looks again, since an account may be made larger. */
const BELIEVED_MS = 60 * 60_000;

/** When work of this class may call again, by the clock of the window; 0: today's calls suffice, as far as is known. */
export function dayOpensAt({ day }: CallWindow, callClass: CallClass, now: number): number {
  if (!day || LEAVES_OF_DAY[callClass] === 0 || day.remaining > day.limit * LEAVES_OF_DAY[callClass]) return 0;
  const opensAt = Math.min(day.at + BELIEVED_MS, day.endsAt ?? Infinity);
  return opensAt > now ? opensAt : 0;
}

/** The classes that have to wait for another day. */
export const waitForDay = (window: CallWindow, now: number): CallClass[] =>
  callClasses.filter((callClass) => dayOpensAt(window, callClass, now) > 0);

/** How many of a day's calls a backfill leaves to all others. */
export const keptOfDay = (limit: number): number => Math.ceil(limit * LEAVES_OF_DAY.backfill);
