import type { Json } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import { checkSize } from '../validation/check-size.js';
import { checkStructure } from '../validation/check-structure.js';
import type { Issue } from '../validation/issue.js';
import { sortedJson } from './sorted-json.js';

/**
 * The one text of a recipe, for export, comparison and version control: sorted keys, two spaces, a newline at the end.
 * Equal recipes give equal texts, and `parseRecipe` of it gives the recipe back.
 */
export function canonicalize(recipe: Recipe): string {
  return `${sortedJson(recipe as Json, '  ')}\n`; // A recipe is JSON: its schema allows nothing else.
}

/** Reads a recipe from text, in whichever order and layout it is written. References are for `validateRecipe` to check. */
export function parseRecipe(text: string): { recipe: Recipe } | { issues: Issue[] } {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    return { issues: [{ pointer: '', message: `This is not JSON: ${reason}`, severity: 'error' }] };
  }
  const unfit = checkSize(input);
  return unfit ? { issues: [unfit] } : checkStructure(input);
}
