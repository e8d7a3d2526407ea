import { pointerTo } from '../pointer.js';
import { said } from '../said.js';
import type { Step } from '../schema/step.js';
import { checkAction } from './check-action.js';
import { checkCall } from './check-call.js';
import { checkForEach, checkIf, checkTry } from './check-nesting.js';
import { checkWait } from './check-wait.js';
import type { Passed, StepContext, Visible } from './step-context.js';
import { objectOf } from './shape.js';

/** Checks steps in the order in which they run, each with what has run before it. */
export function checkSteps(steps: Step[], pointer: string, visible: Visible, context: StepContext): Passed {
  let passed: Passed = { visible, stops: false };
  for (const [index, step] of steps.entries()) {
    const place = pointerTo(pointer, index);
    if (passed.stops && !step.skip) {
      context.issues.error(place, said`Step "${step.id}" is never reached: the steps before it always stop the run`);
    }
    const after = checkStep(step, place, passed.visible, context);
    passed = step.skip
      ? { visible: skipped(passed.visible, after.visible), stops: passed.stops }
      : merge(passed, after);
  }
  return passed;
}

function checkStep(step: Step, pointer: string, visible: Visible, context: StepContext): Passed {
  switch (step.kind) {
    case 'action':
      return checkAction(step, pointer, visible, context);
    case 'if':
      return checkIf(step, pointer, visible, context, checkSteps);
    case 'forEach':
      return checkForEach(step, pointer, visible, context, checkSteps);
    case 'try':
      return checkTry(step, pointer, visible, context, checkSteps);
    case 'wait':
      return checkWait(step, pointer, visible, context);
    case 'stop':
      context.value(step.message, `${pointer}/message`, visible);
      return { visible: new Map([...visible, [step.id, { shape: objectOf({}), certainty: 'always' }]]), stops: true };
    case 'call':
      return checkCall(step, pointer, visible, context);
  }
}

const merge = (before: Passed, after: Passed): Passed => ({
  visible: after.visible,
  stops: before.stops || after.stops,
});

/** What a skipped step would have left behind is known, and never there. */
function skipped(before: Visible, after: Visible): Visible {
  return new Map(
    [...after].map(([id, known]) => [id, before.has(id) ? known : { ...known, certainty: 'never' as const }]),
  );
}
