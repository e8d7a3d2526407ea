import type { Action, Recipe } from '@tandem/recipes';
import { actionOf, type Connectors } from './connectors.js';
import { fieldOfPath, sourcesAt } from './pills-in-scope.js';
import { readField } from './schema-field.js';

/** Inputs that are plain to see are filled in: an input called as a value of the trigger takes it. */
export function newAction(recipe: Recipe, connectors: Connectors, connector: string, action: string): Action {
  const found = actionOf(connectors, connector, action);
  const trigger = sourcesAt(recipe, 'trigger', connectors);
  const input = [...readField(found?.input).members].flatMap(([key, field]) => {
    const isKnown = field.required && key.endsWith('_id') && fieldOfPath(`trigger.${key}`, trigger) !== undefined;
    return isKnown ? [[key, { var: `trigger.${key}` }] as const] : [];
  });
  return { id: action, kind: 'action', connector, action, input: Object.fromEntries(input) };
}
