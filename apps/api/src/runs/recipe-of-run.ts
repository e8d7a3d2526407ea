import type { Recipe } from '@tandem/recipes';
import type { RecipeVersions } from '../recipes/recipe-versions.js';
import type { RunRow } from './run-row.js';
import { undoRecipe } from './undo-recipe.js';

/** What a run executes: the version that it was started with, or the inverse of the run that it undoes. */
export async function recipeOfRun(versions: RecipeVersions, run: RunRow): Promise<Recipe> {
  return run.undo_of === null ? versions.version(run.recipe_id, run.recipe_version) : undoRecipe(run.scope.trigger);
}
