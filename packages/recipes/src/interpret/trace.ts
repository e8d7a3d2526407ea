import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import { StepError } from './frame.js';
import { interpret, type RunScope } from './interpret.js';
import type { JournalEntry } from './journal.js';
import type { Watcher } from './watcher.js';

/** What a run did at one path. Steps that hold steps, and those that stop, are here too: the journal has no row for them. */
export interface TracedStep {
  /** As in the journal, such as `each[3].check`. */
  path: string;
  stepId: string;
  /**
   * `open`: it, or a step inside it, has no answer yet. `failed`: it went wrong itself, or is a stop that fails the run.
   * `broken_off`: a step inside it went wrong.
   */
  status: 'open' | 'done' | 'failed' | 'broken_off';
  /** The lists of steps inside it that were gone into, in order: `branches/0/steps`, `else`, `steps`, `onError`. */
  ways: string[];
  /** Of a loop: how many items it has. */
  items?: number;
  /** In the words of the interpreter, where it went wrong at a step that the journal has no row for. */
  problem?: string;
}

/**
 * Replays a run and tells which steps it came by, by path, in the order in which it came by them. What is not in it was
 * passed over, or has not been reached. Throws where the journal does not fit the recipe.
 */
export function traceRun(
  recipe: Recipe,
  scope: RunScope,
  journal: Iterable<JournalEntry>,
): ReadonlyMap<string, TracedStep> {
  const trace = new Trace();
  interpret(recipe, scope, journal, trace).next();
  return trace.steps;
}

class Trace implements Watcher {
  readonly steps = new Map<string, TracedStep>();

  began(path: string, step: Step): void {
    this.steps.set(path, { path, stepId: step.id, status: 'open', ways: [] });
  }

  entered(path: string, slot: string): void {
    const ways = this.steps.get(path)?.ways;
    if (ways && !ways.includes(slot)) ways.push(slot);
  }

  counted(path: string, items: number): void {
    this.change(path, { items });
  }

  ended(path: string, how: 'done' | 'failed'): void {
    this.change(path, { status: how });
  }

  broke(path: string, error: unknown): void {
    const isOwn = error instanceof StepError && error.path === path;
    this.change(path, isOwn ? { status: 'failed', problem: error.message } : { status: 'broken_off' });
  }

  private change(path: string, change: Partial<TracedStep>): void {
    const step = this.steps.get(path);
    if (step) this.steps.set(path, { ...step, ...change });
  }
}
