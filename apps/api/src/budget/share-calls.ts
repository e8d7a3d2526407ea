import { callClasses, noCalls, type ByClass } from './call-class.js';

/** Of so many calls of higher classes, one goes to each lower class that waits, so that none waits for ever. */
const ONE_IN = 20;
/** What a lower class leaves free for a higher one that may come: a part of the whole limit. */
const LEAVES_FREE: ByClass = { preview: 0, live: 0, retry: 0.05, backfill: 0.1 };

/** Parts of calls that the lower classes have coming to them. */
export type Owed = Pick<ByClass, 'retry' | 'backfill'>;

export interface Demand {
  /** Calls that may go out now by the pace at which they are spread out. */
  free: number;
  /** All that is left of the limit: previews are not spread out, and of this the lower classes leave some free. */
  left: number;
  limit: number;
  /** Who waits in the process that asks, and in all the others. */
  mine: ByClass;
  theirs: ByClass;
  owed: Owed;
}

/**
 * How many calls of each class the asking process may make now. A class is served in full before the next one; what does
 * not suffice for one is shared between the processes by how many wait in each.
 */
export function shareCalls(demand: Demand): { granted: ByClass; owed: Owed } {
  const { limit, mine, theirs, owed } = demand;
  const granted = payOwed(demand);
  let spent = granted.retry + granted.backfill;
  for (const callClass of callClasses) {
    const wanted = mine[callClass] - granted[callClass];
    const all = wanted + theirs[callClass];
    const free = callClass === 'preview' ? demand.left : demand.free;
    const leaves = Math.floor(limit * LEAVES_FREE[callClass]);
    const available = Math.min(all, Math.floor(free) - spent, Math.floor(demand.left) - spent - leaves);
    if (available <= 0) continue;
    const share = wanted === 0 ? 0 : Math.max(1, Math.round((available * wanted) / all));
    granted[callClass] += Math.min(wanted, share);
    spent += available;
  }
  return { granted, owed: owedAfter(granted, mine, theirs, owed) };
}

function payOwed({ free, mine, owed }: Demand): ByClass {
  const granted = noCalls();
  let left = Math.floor(free);
  for (const callClass of ['retry', 'backfill'] as const) {
    if (owed[callClass] < 1 || mine[callClass] === 0 || left < 1) continue;
    granted[callClass] = 1;
    left -= 1;
  }
  return granted;
}

function owedAfter(granted: ByClass, mine: ByClass, theirs: ByClass, owed: Owed): Owed {
  const next = (callClass: keyof Owed, higher: number): number => {
    if (mine[callClass] + theirs[callClass] === 0) return 0;
    const paid = granted[callClass] > 0 ? 1 : 0;
    return Math.min(2, Math.max(0, owed[callClass] - paid) + higher / ONE_IN);
  };
  const urgent = granted.preview + granted.live;
  return { retry: next('retry', urgent), backfill: next('backfill', urgent + granted.retry) };
}
