import { verbatim } from '../said.js';
import type { Action } from '../schema/step.js';
import { type Frame, GO_ON, type Running, StepError } from './frame.js';

/** Asks for the action to be performed; its output is what later steps see under its id. */
export function* runAction(step: Action, frame: Frame, pointer: string): Running {
  const path = frame.pathOf(step);
  const input = frame.evaluateInputs(step, `${pointer}/input`, step.input);
  const entry = yield* frame.ask({ kind: 'perform', path, step, input }, 'output', 'error');
  if (entry.kind === 'error') throw new StepError(path, pointer, entry.error.class, verbatim(entry.error.message));
  frame.keep(step, entry.output);
  return GO_ON;
}
