import type { Json } from '../json.js';
import { Recipe } from '../schema/recipe.js';
import type { Action, Step } from '../schema/step.js';

/** A recipe around the given steps, checked by the schema. */
export function makeRecipe(steps: Step[], changes: Partial<Recipe> = {}): Recipe {
  return Recipe.parse({
    format: 1,
    key: 'test',
    name: 'Test',
    offer: 'template',
    settings: [],
    trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
    steps,
    ...changes,
  });
}

/** An action of a connector that only tests know. */
export function act(id: string, input: Record<string, Json> = {}): Action {
  return { kind: 'action', id, connector: 'test', action: id, input };
}
