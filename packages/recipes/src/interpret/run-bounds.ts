import type { Sizes } from '../expressions/budget.js';
import { number, said } from '../said.js';

/** Items that one loop may have. */
export const MAX_ITEMS = 10_000;
/** Steps and loop items that one run may come by. */
const MAX_VISITS = 500_000;
/** Units of evaluation work (see expressions/limits.ts) of one run. */
const MAX_WORK = 20_000_000;
/** The longest wait, in seconds: 366 days. */
export const MAX_WAIT_SECONDS = 366 * 24 * 60 * 60;

/** A run has gone beyond its bounds. No `try` catches it, so that the run ends. */
export class BoundsExceeded extends Error {
  override readonly name = 'BoundsExceeded';
}

/** Counts what a run does, so that loops within loops come to an end. */
export class RunBounds {
  /** What the run has measured, so that a large output is measured once and not in every item of a loop. */
  readonly sizes: Sizes = new WeakMap();
  private visits = 0;
  private work = 0;

  countVisit(): void {
    this.visits += 1;
    if (this.visits > MAX_VISITS) {
      throw new BoundsExceeded(said`The run has come by more than ${number(MAX_VISITS)} steps and loop items`);
    }
  }

  countWork(units: number): void {
    this.work += units;
    if (this.work > MAX_WORK) throw new BoundsExceeded(said`The expressions of this run take too much work altogether`);
  }
}
