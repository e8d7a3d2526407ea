import {
  isLogic,
  operators,
  type Json,
  type JsonObject,
  type Operator,
  type OperatorKey,
  type Recipe,
  type Step,
} from '@tandem/recipes';
import { innerLists, withInnerList } from './step-lists.js';

/** New names by old ones: of steps, of settings, or of what a caller hands over. */
interface Renamed {
  of: 'steps' | 'settings' | 'trigger';
  names: ReadonlyMap<string, string>;
}

/** `steps.old.name` → `steps.new.name` */
function renamePath(path: string, { of, names }: Renamed): string {
  const [root, id, ...rest] = path.split('.');
  const next = root === of && id !== undefined ? names.get(id) : undefined;
  return next === undefined ? path : [of, next, ...rest].join('.');
}

/**
 * A value with all references to renamed steps following them. Inside `map` and its like a path begins at the element,
 * so it stays; so does what stands under `literal`. A reference that an expression puts together itself cannot be known.
 */
function renameInValue(value: Json, renamed: Renamed): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => renameInValue(member, renamed));
  if (isLogic(value)) return renameInLogic(value, renamed);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renameInValue(member, renamed)]));
}

function renameInLogic(logic: JsonObject, renamed: Renamed): JsonObject {
  const [[key, written] = ['literal', null]] = Object.entries(logic);
  const operator = key as OperatorKey; // isLogic has looked
  if (operator === 'literal') return logic;
  const args = Array.isArray(written) ? written : [written];
  const { takes }: Operator = operators[operator];
  const changed = args.map((arg, position) => {
    if (takes[position] === 'body') return arg;
    return isPath(operator, args, position, renamed.of)
      ? renamePathArgument(operator, arg, renamed)
      : renameInValue(arg, renamed);
  });
  const [only = null] = changed;
  return { [operator]: Array.isArray(written) ? changed : only };
}

function isPath(operator: OperatorKey, args: Json[], position: number, root: Renamed['of']): boolean {
  if (operator === 'var') return position === 0;
  if (operator === 'missing') return true;
  if (operator === 'missing_some') return position === 1;
  // {"get": [{"var": "steps"}, "deal"]} reads a step, too.
  return operator === 'get' && position === 1 && isPillOfAll(args[0], root);
}

const isPillOfAll = (value: Json | undefined, root: string): boolean =>
  JSON.stringify(value) === `{"var":"${root}"}` || JSON.stringify(value) === `{"var":["${root}"]}`;

function renamePathArgument(operator: OperatorKey, arg: Json, renamed: Renamed): Json {
  if (Array.isArray(arg)) return arg.map((path) => renamePathArgument(operator, path, renamed));
  if (typeof arg !== 'string') return renameInValue(arg, renamed);
  return operator === 'get' ? (renamed.names.get(arg) ?? arg) : renamePath(arg, renamed);
}

const inValues = (values: Record<string, Json>, renamed: Renamed): Record<string, Json> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, renameInValue(value, renamed)]));

/** Steps with their ids and all references to them renamed, inner steps included. */
export const renameInSteps = (steps: Step[], names: Renamed['names']): Step[] =>
  names.size === 0 ? steps : inSteps(steps, { of: 'steps', names });

function inSteps(steps: Step[], renamed: Renamed): Step[] {
  return steps.map((step) => {
    const id = renamed.of === 'steps' ? (renamed.names.get(step.id) ?? step.id) : step.id;
    const own = { ...renameOwn(step, renamed), id };
    return innerLists(own).reduce<Step>(
      (sofar, { slot, steps: inner }) => withInnerList(sofar, slot, inSteps(inner, renamed)),
      own,
    );
  });
}

/** The values that a step holds itself. */
function renameOwn(step: Step, renamed: Renamed): Step {
  switch (step.kind) {
    case 'action':
    case 'call':
      return { ...step, input: inValues(step.input, renamed) };
    case 'if':
      return {
        ...step,
        branches: step.branches.map((branch) => ({ ...branch, when: renameInValue(branch.when, renamed) })),
      };
    case 'forEach':
      return { ...step, items: renameInValue(step.items, renamed) };
    case 'stop':
      return { ...step, message: renameInValue(step.message, renamed) };
    case 'wait':
      return { ...step, for: renameInWait(step.for, renamed) };
    case 'try':
      return step;
  }
}

type WaitFor = Extract<Step, { kind: 'wait' }>['for'];

function renameInWait(awaited: WaitFor, renamed: Renamed): WaitFor {
  switch (awaited.kind) {
    case 'seconds':
      return { ...awaited, seconds: renameInValue(awaited.seconds, renamed) };
    case 'until':
      return { ...awaited, at: renameInValue(awaited.at, renamed) };
    case 'event':
      return {
        ...awaited,
        deadline_seconds: renameInValue(awaited.deadline_seconds, renamed),
        ...(awaited.when !== undefined && { when: renameInValue(awaited.when, renamed) }),
      };
  }
}

/** The whole recipe with ids and references renamed, what it gives back to its callers included. */
export const renameInRecipe = (recipe: Recipe, names: Renamed['names']): Recipe =>
  inRecipe(recipe, { of: 'steps', names });

/** The whole recipe with all references to a setting following it to its new key. */
export const renameSettingInRecipe = (recipe: Recipe, from: string, to: string): Recipe =>
  inRecipe(recipe, { of: 'settings', names: new Map([[from, to]]) });

/** The whole recipe with all references to something that callers hand over following it to its new name. */
export const renameInputInRecipe = (recipe: Recipe, from: string, to: string): Recipe =>
  inRecipe(recipe, { of: 'trigger', names: new Map([[from, to]]) });

function inRecipe(recipe: Recipe, renamed: Renamed): Recipe {
  return { ...recipe, trigger: inTrigger(recipe.trigger, renamed), steps: inSteps(recipe.steps, renamed) };
}

function inTrigger(trigger: Recipe['trigger'], renamed: Renamed): Recipe['trigger'] {
  if (trigger.kind === 'call')
    return trigger.output ? { ...trigger, output: inValues(trigger.output, renamed) } : trigger;
  return trigger.condition === undefined
    ? trigger
    : { ...trigger, condition: renameInValue(trigger.condition, renamed) };
}
