import type { ActionNeeds } from '@tandem/connectors';
import type { Recipe, Step } from '@tandem/recipes';

/** As much of a connector as tells what its actions need. */
export interface Needing {
  key: string;
  needs?: Readonly<Record<string, ActionNeeds>>;
}

/** What must be there before a recipe can work. */
export interface RecipeNeeds {
  /** Keys of the connectors that need an account. */
  connectors: string[];
  /** By connector: scopes of which each must be granted, or any one of a list. */
  scopes: Record<string, (string | readonly string[])[]>;
  /** It works on the prices of the document. */
  pricing: boolean;
  /** Connectors to which it writes the fields of the document. */
  fieldsTo: string[];
}

/**
 * What the trigger, the steps and the recipes that they call need.
 * @param find a called recipe, as published; undefined when there is none
 */
export function needsOf(
  recipe: Recipe,
  connectors: readonly Needing[],
  find: (key: string) => Recipe | undefined,
): RecipeNeeds {
  const used = new Set<string>(recipe.trigger.kind === 'event' ? [recipe.trigger.connector] : []);
  const needs: { connector: string; of: ActionNeeds }[] = [];
  for (const step of actionsOf(recipe, find)) {
    used.add(step.connector);
    const of = connectors.find(({ key }) => key === step.connector)?.needs?.[step.action];
    if (of) needs.push({ connector: step.connector, of });
  }
  const scopes: RecipeNeeds['scopes'] = {};
  for (const { connector, of } of needs) {
    const known = (scopes[connector] ??= []);
    for (const scope of of.scopes ?? []) {
      if (!known.some((one) => String(one) === String(scope))) known.push(scope);
    }
  }
  const fieldsTo = needs.filter(({ of }) => of.template === 'fields').map(({ connector }) => connector);
  return {
    connectors: [...used],
    scopes,
    pricing: needs.some(({ of }) => of.template === 'pricing'),
    fieldsTo: [...new Set(fieldsTo)],
  };
}

type ActionStep = Extract<Step, { kind: 'action' }>;

function actionsOf(recipe: Recipe, find: (key: string) => Recipe | undefined): ActionStep[] {
  const seen = new Set([recipe.key]);
  const found: ActionStep[] = [];
  const open = [...recipe.steps];
  for (let step = open.shift(); step; step = open.shift()) {
    if (step.skip) continue;
    if (step.kind === 'action') found.push(step);
    if (step.kind === 'call' && !seen.has(step.recipe)) {
      seen.add(step.recipe);
      open.push(...(find(step.recipe)?.steps ?? []));
    }
    open.push(...stepsIn(step));
  }
  return found;
}

function stepsIn(step: Step): Step[] {
  switch (step.kind) {
    case 'if':
      return [...step.branches.flatMap(({ steps }) => steps), ...(step.else ?? [])];
    case 'forEach':
      return step.steps;
    case 'try':
      return [...step.steps, ...step.onError];
    case 'action':
    case 'call':
    case 'stop':
    case 'wait':
      return [];
  }
}
