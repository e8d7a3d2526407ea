import { isTruthy } from '../expressions/library.js';
import { pointerTo } from '../pointer.js';
import type { If } from '../schema/step.js';
import { type Frame, GO_ON, type Running, type RunSteps } from './frame.js';

/** Runs the first branch whose condition holds, else the `else` steps. Later conditions are not looked at. */
export function* runIf(step: If, frame: Frame, pointer: string, runSteps: RunSteps): Running {
  for (const [index, branch] of step.branches.entries()) {
    const place = pointerTo(pointer, 'branches', index);
    if (!isTruthy(frame.evaluate(step, `${place}/when`, branch.when))) continue;
    frame.watcher?.entered(frame.pathOf(step), `branches/${index}/steps`);
    return yield* runSteps(branch.steps, frame, `${place}/steps`);
  }
  frame.watcher?.entered(frame.pathOf(step), 'else');
  return step.else ? yield* runSteps(step.else, frame, `${pointer}/else`) : GO_ON;
}
