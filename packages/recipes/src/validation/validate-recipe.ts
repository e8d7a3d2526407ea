import { Budget } from '../expressions/budget.js';
import { isForbiddenKey } from '../expressions/own-path.js';
import { pointerTo } from '../pointer.js';
import { number, said } from '../said.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import type { Catalogue } from './catalogue.js';
import { checkSettings } from './check-settings.js';
import { checkSize, RECIPE_LIMITS } from './check-size.js';
import { checkSteps } from './check-steps.js';
import { checkStructure } from './check-structure.js';
import { shapeOfTrigger } from './check-trigger.js';
import { type Issue, Issues } from './issue.js';
import { shapeOfSettings } from './settings-shape.js';
import { objectOf, TEXT } from './shape.js';
import { StepContext } from './step-context.js';

/**
 * Everything that is wrong with a recipe, or with what is meant to be one; without errors it can be published.
 * Any input is allowed and none makes it throw. Structure comes first: references and types are looked at once the
 * structure is right.
 */
export function validateRecipe(input: unknown, catalogue: Catalogue): Issue[] {
  const unfit = checkSize(input);
  if (unfit) return [unfit];
  const structure = checkStructure(input);
  if ('issues' in structure) return structure.issues;

  const { recipe } = structure;
  const issues = new Issues();
  checkSettings(recipe.settings, catalogue, issues);
  const stepIds = stepIdsOf(recipe, issues);
  if (stepIds === undefined) return issues.found;
  const context = new StepContext(recipe.key, catalogue, issues, new Budget(), rootsOf(recipe, catalogue), stepIds);
  checkTrigger(recipe, context);
  const { visible } = checkSteps(recipe.steps, '/steps', new Map(), context);
  if (recipe.trigger.kind === 'call')
    context.inputs(recipe.trigger.output ?? {}, undefined, '/trigger/output', visible);
  return issues.found;
}

function rootsOf(recipe: Recipe, catalogue: Catalogue) {
  return new Map([
    ['trigger', shapeOfTrigger(recipe, catalogue)],
    ['settings', shapeOfSettings(recipe.settings)],
    ['run', objectOf({ id: TEXT, started_at: TEXT })],
  ]);
}

function checkTrigger({ trigger }: Recipe, context: StepContext): void {
  if (trigger.kind === 'call') return;
  const connector = context.connector(trigger.connector, '/trigger/connector');
  const problem = said`Connector "${trigger.connector}" has no trigger "${trigger.trigger}"`;
  if (connector) context.named(connector.triggers, trigger.trigger, '/trigger/trigger', problem);
  if (trigger.condition === undefined) return;
  const { roots, ...known } = context.known(undefined);
  // No run exists yet when the condition is looked at.
  const beforeRun = new Map([...roots].filter(([root]) => root !== 'run'));
  context.condition(trigger.condition, '/trigger/condition', { ...known, roots: beforeRun });
}

/**
 * All ids, inner steps included; says which are used twice. Undefined when there are too many steps: what each of them
 * sees is all that ran before it, so looking at them takes time by the square of their number.
 */
function stepIdsOf(recipe: Recipe, issues: Issues): Set<string> | undefined {
  const ids = new Set<string>();
  let count = 0;
  const visit = (steps: Step[], pointer: string): void => {
    for (const [index, step] of steps.entries()) {
      const place = pointerTo(pointer, index);
      count += 1;
      if (ids.has(step.id)) issues.error(`${place}/id`, said`There are two steps "${step.id}"`);
      if (isForbiddenKey(step.id)) issues.error(`${place}/id`, said`"${step.id}" may not be used as an id`);
      ids.add(step.id);
      for (const [tail, inner] of innerSteps(step)) visit(inner, place + tail);
    }
  };
  visit(recipe.steps, '/steps');
  if (count <= RECIPE_LIMITS.steps) return ids;
  issues.error('/steps', said`A recipe has at most ${number(RECIPE_LIMITS.steps)} steps`);
  return undefined;
}

/** The lists of steps inside a step, with where they are. */
function innerSteps(step: Step): [string, Step[]][] {
  switch (step.kind) {
    case 'if': {
      const branches = step.branches.map(({ steps }, index): [string, Step[]] => [`/branches/${index}/steps`, steps]);
      return [...branches, ['/else', step.else ?? []]];
    }
    case 'forEach':
      return [['/steps', step.steps]];
    case 'try':
      return [['/steps', step.steps], ['/onError', step.onError]]; // prettier-ignore
    case 'action':
    case 'wait':
    case 'stop':
    case 'call':
      return [];
  }
}
