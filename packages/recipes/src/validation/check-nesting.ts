import { pointerTo } from '../pointer.js';
import { said } from '../said.js';
import type { ForEach, If, Try } from '../schema/step.js';
import type { Certainty, KnownStep } from './known.js';
import { elementOf, eitherOf, NULL, NUMBER, objectOf, TEXT } from './shape.js';
import type { CheckSteps, Passed, StepContext, Visible } from './step-context.js';

const ERROR = objectOf({ step: TEXT, class: TEXT, message: TEXT });

/** Each branch sees what ran before the `if`, and not the other branches. */
export function checkIf(
  step: If,
  pointer: string,
  visible: Visible,
  context: StepContext,
  checkSteps: CheckSteps,
): Passed {
  const ways = step.branches.map((branch, index) => {
    const place = pointerTo(pointer, 'branches', index);
    context.condition(branch.when, `${place}/when`, context.known(visible));
    return checkSteps(branch.steps, `${place}/steps`, visible, context);
  });
  ways.push(checkSteps(step.else ?? [], `${pointer}/else`, visible, context));
  const open = ways.filter(({ stops }) => !stops);
  // Where all other ways stop, whoever comes after the `if` has come through the one that does not.
  const certainty: Certainty = open.length === 1 ? 'always' : 'sometimes';
  const after = new Map<string, KnownStep>([...visible, [step.id, { shape: objectOf({}), certainty: 'always' }]]);
  for (const way of ways) addNew(after, way.visible, way.stops ? 'never' : certainty);
  return { visible: after, stops: open.length === 0 };
}

/** Inside there is the item; what is inside stays inside. */
export function checkForEach(
  step: ForEach,
  pointer: string,
  visible: Visible,
  context: StepContext,
  checkSteps: CheckSteps,
): Passed {
  const items = context.value(step.items, `${pointer}/items`, visible);
  if (items?.length && !items.some(({ type }) => type === 'list')) {
    context.issues.error(`${pointer}/items`, said`The items of "${step.id}" must be a list`);
  }
  const item: KnownStep = { shape: objectOf({ item: elementOf(items), index: NUMBER }), certainty: 'always' };
  checkSteps(step.steps, `${pointer}/steps`, new Map([...visible, [step.id, item]]), context);
  const count: KnownStep = { shape: objectOf({ count: NUMBER }), certainty: 'always' };
  return { visible: new Map([...visible, [step.id, count]]), stops: false };
}

/** `onError` sees the error, and those steps that may have run before it. */
export function checkTry(
  step: Try,
  pointer: string,
  visible: Visible,
  context: StepContext,
  checkSteps: CheckSteps,
): Passed {
  const tried = checkSteps(step.steps, `${pointer}/steps`, visible, context);
  const failed = new Map<string, KnownStep>([
    ...visible,
    [step.id, { shape: objectOf({ error: ERROR }), certainty: 'always' }],
  ]);
  addNew(failed, tried.visible, 'sometimes');
  const handled = checkSteps(step.onError, `${pointer}/onError`, failed, context);

  const error = objectOf({ error: eitherOf([ERROR, NULL]) });
  const after = new Map<string, KnownStep>([...visible, [step.id, { shape: error, certainty: 'always' }]]);
  addNew(after, tried.visible, handled.stops ? 'always' : 'sometimes');
  addNew(after, handled.visible, 'sometimes');
  return { visible: after, stops: tried.stops && handled.stops };
}

/** Adds the steps of one way through, no more certain than that way is. */
function addNew(known: Map<string, KnownStep>, way: Visible, certainty: Certainty): void {
  for (const [id, step] of way) {
    if (!known.has(id)) known.set(id, { ...step, certainty: lessCertain(step.certainty, certainty) });
  }
}

function lessCertain(a: Certainty, b: Certainty): Certainty {
  if (a === 'never' || b === 'never') return 'never';
  return a === 'sometimes' || b === 'sometimes' ? 'sometimes' : 'always';
}
