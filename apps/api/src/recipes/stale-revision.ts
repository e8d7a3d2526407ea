import { said } from '@tandem/recipes';
import { conflict, type Problem } from '../http/problem.js';
import type { RecipeRow } from './recipe.entity.js';

/**
 * Somebody saved in between: the answer holds both drafts, so that a person can join them.
 * @param yours undefined where there is only one
 */
export const staleRevision = (row: RecipeRow, yours: unknown): Problem =>
  conflict(said`The draft was changed in the meantime. Compare it with yours, then save on the newer revision.`, {
    type: 'stale_revision',
    extra: { current: { revision: row.draftRevision, recipe: row.draft }, ...(yours === undefined ? {} : { yours }) },
  });
