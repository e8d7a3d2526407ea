import type { Action, Recipe } from '@tandem/recipes';
import type { Connectors } from './connectors.js';
import { freshId, idsOf } from './fresh-id.js';
import { newAction } from './new-action.js';
import type { Source } from './pills-in-scope.js';
import { readField } from './schema-field.js';

/** A step that reads, with all that it needs already filled in, and the values that it would give. */
export interface Offer {
  step: Action;
  source: Source;
}

/**
 * What could be read on the spot where a value is missing: "the deal's amount" is one step away from a recipe that
 * only knows the deal's id. Reads whose values are there already are not offered.
 */
export function readsOnOffer(recipe: Recipe, connectors: Connectors, known: readonly Source[]): Offer[] {
  const taken = idsOf(recipe);
  return connectors.flatMap(({ key, actions }) =>
    actions.flatMap((action): Offer[] => {
      if (action.effect !== 'read') return [];
      const step = newAction(recipe, connectors, key, action.key);
      const members = [...readField(action.input).members];
      const required = members.filter(([, field]) => field.required);
      const isComplete = required.length > 0 && required.every(([name]) => name in step.input);
      if (!isComplete || known.some((source) => isSameRead(source, step))) return [];
      const id = freshId(step.id, taken);
      return [
        { step: { ...step, id }, source: { kind: 'step', path: `steps.${id}`, field: readField(action.output) } },
      ];
    }),
  );
}

function isSameRead({ entry, isUncertain }: Source, wanted: Action): boolean {
  const step = entry?.step;
  if (step?.kind !== 'action' || isUncertain) return false;
  return step.connector === wanted.connector && step.action === wanted.action;
}
