import { kindOf } from '../expressions/coerce.js';
import { number, type Said, said } from '../said.js';
import type { ForEach } from '../schema/step.js';
import { type Frame, GO_ON, type Running, type RunSteps, StepError } from './frame.js';
import { MAX_ITEMS } from './run-bounds.js';

/** Runs its steps once per item, in order; afterwards `steps.<id>.count` is the number of items. */
export function* runForEach(step: ForEach, frame: Frame, pointer: string, runSteps: RunSteps): Running {
  const items = frame.evaluate(step, `${pointer}/items`, step.items);
  const fail = (message: Said): StepError =>
    new StepError(frame.pathOf(step), `${pointer}/items`, 'validation', message);
  if (!Array.isArray(items)) throw fail(said`The items of "${step.id}" must be a list, and are ${kindOf(items)}`);
  if (items.length > MAX_ITEMS) {
    throw fail(
      said`"${step.id}" has ${number(items.length)} items; a loop takes at most ${number(MAX_ITEMS)}. Filter the list first`,
    );
  }
  frame.watcher?.counted(frame.pathOf(step), items.length);
  for (const [index, item] of items.entries()) {
    frame.bounds.countVisit();
    frame.watcher?.entered(frame.pathOf(step), 'steps');
    const flow = yield* runSteps(step.steps, frame.forItem(step, item, index), `${pointer}/steps`);
    if (flow.next === 'stop') return flow;
  }
  frame.keep(step, { count: items.length });
  return GO_ON;
}
