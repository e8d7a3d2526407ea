import { verbatim } from '../said.js';
import type { Call } from '../schema/step.js';
import { type Frame, GO_ON, type Running, StepError } from './frame.js';

/** Asks for another recipe to be run; what that recipe gives back is the output of this step. */
export function* runCall(step: Call, frame: Frame, pointer: string): Running {
  const path = frame.pathOf(step);
  const input = frame.evaluateInputs(step, `${pointer}/input`, step.input);
  const entry = yield* frame.ask({ kind: 'call', path, step, recipe: step.recipe, input }, 'output', 'error');
  if (entry.kind === 'error') throw new StepError(path, pointer, entry.error.class, verbatim(entry.error.message));
  frame.keep(step, entry.output);
  return GO_ON;
}
