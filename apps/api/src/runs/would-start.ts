import { evaluate, evaluateCondition, pillsOf, type Json, type JsonObject, type Recipe } from '@tandem/recipes';

/** Whether an event would start a run, and what of the recipe's condition speaks against it. */
export interface Start {
  would: boolean;
  because: ('switched_off' | 'not_linked' | 'condition')[];
  /** The parts of the condition that do not hold, each with what it looks at, as that is now. */
  failing: { condition: Json; values: { pill: string; value: Json }[] }[];
}

export interface Candidate {
  recipe: Recipe;
  trigger: JsonObject;
  settings: JsonObject;
  dealId: string | null;
  enabled: boolean;
}

/** As matching decides for an event; a condition on what only another kind of event tells is taken to hold. */
export function wouldStart({ recipe, trigger, settings, dealId, enabled }: Candidate): Start {
  const scope = { trigger, settings };
  const failing = recipe.trigger.kind === 'event' ? failingParts(recipe.trigger.condition, scope) : [];
  const because: Start['because'] = [
    ...(enabled ? [] : (['switched_off'] as const)),
    ...(recipe.offer === 'template' && dealId === null ? (['not_linked'] as const) : []),
    ...(failing.length > 0 ? (['condition'] as const) : []),
  ];
  const valuesOf = (part: Json): Start['failing'][number]['values'] =>
    [...new Set(globalPills(part))].map((pill) => ({ pill, value: evaluate({ var: pill }, scope) }));
  return {
    would: because.length === 0,
    because,
    failing: failing.map((condition) => ({ condition, values: valuesOf(condition) })),
  };
}

/** The members of an `and` that do not hold, or the whole condition. */
function failingParts(condition: Json | undefined, scope: { trigger: JsonObject; settings: JsonObject }): Json[] {
  if (condition === undefined) return [];
  return partsOf(condition).filter((part) => {
    const isKnown = globalPills(part).every((pill) => {
      const [root, key = ''] = pill.split('.');
      return root !== 'trigger' || key in scope.trigger;
    });
    return isKnown && !evaluateCondition(part, scope);
  });
}

function partsOf(condition: Json): Json[] {
  const all = typeof condition === 'object' && condition !== null && 'and' in condition ? condition.and : undefined;
  return Array.isArray(all) ? all : [condition];
}

const globalPills = (part: Json): string[] => pillsOf(part).flatMap(({ path, local }) => (local ? [] : [path]));
