import type { Try } from '../schema/step.js';
import { type Frame, type Running, type RunSteps, StepError } from './frame.js';

/**
 * Runs its steps; when one of them fails, runs `onError` with `steps.<id>.error` = {step, class, message}, `step` being
 * the path of the failed one. A `stop` is no error, and an error inside `onError` is not caught here.
 */
export function* runTry(step: Try, frame: Frame, pointer: string, runSteps: RunSteps): Running {
  frame.watcher?.entered(frame.pathOf(step), 'steps');
  try {
    const flow = yield* runSteps(step.steps, frame, `${pointer}/steps`);
    frame.keep(step, { error: null });
    return flow;
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    frame.keep(step, { error: { step: error.path, class: error.errorClass, message: error.message } });
  }
  frame.watcher?.entered(frame.pathOf(step), 'onError');
  return yield* runSteps(step.onError, frame, `${pointer}/onError`);
}
