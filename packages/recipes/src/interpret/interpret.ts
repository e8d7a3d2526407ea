import { evaluate } from '../expressions/evaluate.js';
import { ExpressionError } from '../expressions/expression-error.js';
import type { JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import type { Recipe } from '../schema/recipe.js';
import type { Command, End, Failed } from './command.js';
import { Frame, StepError } from './frame.js';
import { Journal, type JournalEntry } from './journal.js';
import { BoundsExceeded, RunBounds } from './run-bounds.js';
import { runSteps } from './run-steps.js';
import type { Watcher } from './watcher.js';

/** What a run knows from its beginning. It never changes while the run lasts. */
export interface RunScope {
  trigger: JsonObject;
  settings: JsonObject;
  /** `started_at` is an ISO 8601 instant: the only clock that a recipe has. */
  run: { id: string; started_at: string };
}

/**
 * Interprets a valid recipe without doing anything itself: yields one command at a time, takes the journal entry that
 * answers it, and returns how the run ends. Commands that the given journal answers already are not yielded, so a run
 * goes on after a crash where its journal stops. The same recipe, scope and journal always give the same command.
 * Each answer costs the same, however long the journal. Entries of paths that are never reached are ignored.
 * Throws only when an entry does not fit the command that it answers.
 */
export function* interpret(
  recipe: Recipe,
  scope: RunScope,
  journal: Iterable<JournalEntry> = [],
  watcher?: Watcher,
): Generator<Command, End, JournalEntry> {
  const frame = new Frame({ ...scope }, new Journal(journal), new RunBounds(), watcher);
  try {
    const flow = yield* runSteps(recipe.steps, frame, '/steps');
    const end: End = flow.next === 'stop' ? flow.end : { kind: 'succeeded' };
    if (end.kind === 'failed' || recipe.trigger.kind === 'event') return end;
    return { ...end, output: outputOf(recipe.trigger.output ?? {}, frame) };
  } catch (error) {
    return failed(error);
  }
}

/** The command that comes after everything in the journal, or the end of the run: a replay from the start. */
export function nextCommand(recipe: Recipe, scope: RunScope, journal: Iterable<JournalEntry>): Command | End {
  return interpret(recipe, scope, journal).next().value;
}

function outputOf(output: JsonObject, frame: Frame): JsonObject {
  const evaluated: JsonObject = {};
  for (const [key, value] of Object.entries(output)) {
    const place = pointerTo('/trigger/output', key);
    try {
      evaluated[key] = evaluate(value, frame.scope);
    } catch (error) {
      if (error instanceof ExpressionError) throw new StepError('', place + error.pointer, 'validation', error.message);
      throw error;
    }
  }
  return evaluated;
}

function failed(error: unknown): Failed {
  if (error instanceof StepError) {
    const { path, pointer, errorClass, message } = error;
    return { kind: 'failed', message, path, error: { class: errorClass, message, pointer } };
  }
  if (error instanceof BoundsExceeded) {
    const { message } = error;
    return { kind: 'failed', message, path: '', error: { class: 'validation', message, pointer: '' } };
  }
  throw error;
}
