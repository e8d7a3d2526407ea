import type { JsonObject, Recipe } from '@tandem/recipes';
import { isDeepStrictEqual } from 'node:util';
import type { StoredChoice } from './automation-store.js';

/** How a recipe stands for a template, by a choice of its own; without ids, so that it can be put back. */
export interface ChosenState {
  enabled: boolean;
  settings: JsonObject;
}

export interface Change {
  /** Key of the recipe. */
  recipe: string;
  /** null: the default for all templates. */
  templateId: string | null;
  /** null: no choice of its own any more. Settings left out stay as they are. */
  choice: { enabled: boolean; settings?: JsonObject | undefined } | null;
  /** Change it only if it still stands like this; undefined: however it stands. */
  expected?: ChosenState | null | undefined;
}

/** A recipe that is to be switched. */
export interface KnownRecipe {
  id: string;
  /** null: never published. */
  published: Recipe | null;
}

export interface PlannedChange {
  recipe: string;
  recipeId: string;
  templateId: string | null;
  before: ChosenState | null;
  after: ChosenState | null;
}

export interface PlannedChanges {
  planned: PlannedChange[];
  /** Not as expected: somebody else changed it in the meantime. */
  left: { recipe: string; templateId: string | null }[];
}

/** What the changes come to. @param recipes by key, of every change */
export function planChanges(
  changes: readonly Change[],
  recipes: ReadonlyMap<string, KnownRecipe>,
  choices: readonly StoredChoice[],
): PlannedChanges {
  const found = new Map(choices.map((choice) => [placeOf(choice.recipeId, choice.templateId), choice]));
  const plan: PlannedChanges = { planned: [], left: [] };
  for (const { recipe, templateId, choice, expected } of changes) {
    const known = recipes.get(recipe);
    if (!known) continue;
    const before = stateOf(found.get(placeOf(known.id, templateId)));
    if (expected !== undefined && !isDeepStrictEqual(before, expected)) plan.left.push({ recipe, templateId });
    else plan.planned.push({ recipe, recipeId: known.id, templateId, before, after: wanted(choice, before, known) });
  }
  return plan;
}

const placeOf = (recipeId: string, templateId: string | null): string => JSON.stringify([recipeId, templateId]);

const stateOf = (choice: StoredChoice | undefined): ChosenState | null =>
  choice ? { enabled: choice.enabled, settings: choice.settings } : null;

function wanted(choice: Change['choice'], before: ChosenState | null, { published }: KnownRecipe): ChosenState | null {
  if (choice === null) return null;
  const { enabled, settings } = choice;
  if (settings) return { enabled, settings };
  return { enabled, settings: published ? knownSettings(published, before?.settings ?? {}) : (before?.settings ?? {}) };
}

/** Settings that a newer version no longer has are left behind. */
const knownSettings = (recipe: Recipe, settings: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(settings).filter(([key]) => recipe.settings.some((setting) => setting.key === key)),
  );
