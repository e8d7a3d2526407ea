import { pointerTo } from '../pointer.js';
import type { Step } from '../schema/step.js';
import { type Frame, GO_ON, type Running } from './frame.js';
import { runAction } from './run-action.js';
import { runCall } from './run-call.js';
import { runForEach } from './run-for-each.js';
import { runIf } from './run-if.js';
import { runStop } from './run-stop.js';
import { runTry } from './run-try.js';
import { runWait } from './run-wait.js';

/** Runs steps one after the other until one of them stops the run. */
export function* runSteps(steps: Step[], frame: Frame, pointer: string): Running {
  for (const [index, step] of steps.entries()) {
    if (step.skip) continue;
    frame.bounds.countVisit();
    const flow = yield* runWatched(step, frame, pointerTo(pointer, index));
    if (flow.next === 'stop') return flow;
  }
  return GO_ON;
}

function* runWatched(step: Step, frame: Frame, pointer: string): Running {
  const path = frame.pathOf(step);
  frame.watcher?.began(path, step);
  try {
    const flow = yield* runStep(step, frame, pointer);
    frame.watcher?.ended(path, step.kind === 'stop' && step.outcome === 'failed' ? 'failed' : 'done');
    return flow;
  } catch (error) {
    frame.watcher?.broke(path, error);
    throw error;
  }
}

function* runStep(step: Step, frame: Frame, pointer: string): Running {
  switch (step.kind) {
    case 'action':
      return yield* runAction(step, frame, pointer);
    case 'if':
      return yield* runIf(step, frame, pointer, runSteps);
    case 'forEach':
      return yield* runForEach(step, frame, pointer, runSteps);
    case 'try':
      return yield* runTry(step, frame, pointer, runSteps);
    case 'wait':
      return yield* runWait(step, frame, pointer);
    case 'stop':
      return runStop(step, frame, pointer);
    case 'call':
      return yield* runCall(step, frame, pointer);
  }
}
