import type { Step } from '../schema/step.js';

/** Told of everything that a run comes by, in order. It only looks on. */
export interface Watcher {
  /** A step begins; it may have to wait for its answer. */
  began(path: string, step: Step): void;
  /** One of the lists of steps inside it is gone into: `steps`, `onError`, `else` or `branches/0/steps`. */
  entered(path: string, slot: string): void;
  /** How many items a loop has, before the first of them. */
  counted(path: string, items: number): void;
  /** `failed`: it is a stop that fails the run. */
  ended(path: string, how: 'done' | 'failed'): void;
  /** The step, or one inside it, went wrong. */
  broke(path: string, error: unknown): void;
}
