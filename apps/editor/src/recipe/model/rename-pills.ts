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

type Renamed = ReadonlyMap<string, string>;

/** `steps.old.name` → `steps.new.name` */
function renamePath(path: string, renamed: Renamed): string {
  const [root, id, ...rest] = path.split('.');
  const next = root === 'steps' && id !== undefined ? renamed.get(id) : undefined;
  return next === undefined ? path : ['steps', next, ...rest].join('.');
}

/**
 * A value with all references to renamed steps following them. Inside `map` and its like a path begins at the element,
 * so it stays; so does what stands under `literal`. A reference that an expression puts together itself cannot be known.
 */
export function renameInValue(value: Json, renamed: Renamed): Json {
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
    return isPath(operator, args, position) ? renamePathArgument(operator, arg, renamed) : renameInValue(arg, renamed);
  });
  const [only = null] = changed;
  return { [operator]: Array.isArray(written) ? changed : only };
}

function isPath(operator: OperatorKey, args: Json[], position: number): boolean {
  if (operator === 'var') return position === 0;
  if (operator === 'missing') return true;
  if (operator === 'missing_some') return position === 1;
  // {"get": [{"var": "steps"}, "deal"]} reads a step, too.
  return operator === 'get' && position === 1 && isStepsPill(args[0]);
}

const isStepsPill = (value: Json | undefined): boolean =>
  JSON.stringify(value) === '{"var":"steps"}' || JSON.stringify(value) === '{"var":["steps"]}';

function renamePathArgument(operator: OperatorKey, arg: Json, renamed: Renamed): Json {
  if (Array.isArray(arg)) return arg.map((path) => renamePathArgument(operator, path, renamed));
  if (typeof arg !== 'string') return renameInValue(arg, renamed);
  return operator === 'get' ? (renamed.get(arg) ?? arg) : renamePath(arg, renamed);
}

const inValues = (values: Record<string, Json>, renamed: Renamed): Record<string, Json> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, renameInValue(value, renamed)]));

/** Steps with their ids and all references to them renamed, inner steps included. */
export function renameInSteps(steps: Step[], renamed: Renamed): Step[] {
  if (renamed.size === 0) return steps;
  return steps.map((step) => {
    const own = { ...renameOwn(step, renamed), id: renamed.get(step.id) ?? step.id };
    return innerLists(own).reduce<Step>(
      (sofar, { slot, steps: inner }) => withInnerList(sofar, slot, renameInSteps(inner, renamed)),
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
export function renameInRecipe(recipe: Recipe, renamed: Renamed): Recipe {
  const { trigger } = recipe;
  const output = trigger.kind === 'call' ? trigger.output : undefined;
  return {
    ...recipe,
    ...(output && { trigger: { ...trigger, output: inValues(output, renamed) } as Recipe['trigger'] }), // still a call
    steps: renameInSteps(recipe.steps, renamed),
  };
}
