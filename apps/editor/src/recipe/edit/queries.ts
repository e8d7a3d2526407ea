import { Recipe } from '@tandem/recipes';
import { queryOptions } from '@tanstack/react-query';
import {
  catalogueList,
  catalogueOne,
  recipesCallable,
  recipesList,
  recipesOne,
  recipeVersionsVersion,
  recipeVersionsVersions,
} from '../../api/generated/sdk.gen.js';
import type { Recipe as RecipeView } from '../../api/generated/types.gen.js';

export const recipesQuery = queryOptions({
  queryKey: ['recipes'],
  queryFn: ({ signal }) => recipesList({ signal }),
});

/** A recipe as the server gives it, with its draft read by the same schema that the server keeps it by. */
export interface LoadedRecipe extends Omit<RecipeView, 'draft'> {
  draft: Recipe;
}

export const readRecipe = (view: RecipeView): LoadedRecipe => ({ ...view, draft: Recipe.parse(view.draft) });

export const recipeQuery = (key: string) =>
  queryOptions({
    queryKey: ['recipes', key],
    queryFn: async ({ signal }) => readRecipe(await recipesOne({ path: { key }, signal })),
    staleTime: 0,
  });

/** The recipes that a step can call, with what they take. */
export const callableQuery = queryOptions({
  queryKey: ['callable-recipes'],
  queryFn: ({ signal }) => recipesCallable({ signal }),
});

/** Everything that all connectors offer. */
export const allConnectorsQuery = queryOptions({
  queryKey: ['connectors', 'all'],
  queryFn: async ({ signal }) => {
    const { items } = await catalogueList({ signal });
    return Promise.all(items.map(({ key }) => catalogueOne({ path: { key }, signal })));
  },
  staleTime: Infinity,
});

export const versionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['recipes', key, 'versions'],
    queryFn: ({ signal }) => recipeVersionsVersions({ path: { key }, signal }),
  });

/** A published version; it never changes. */
export const versionQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['recipes', key, 'versions', version],
    queryFn: async ({ signal }) =>
      Recipe.parse((await recipeVersionsVersion({ path: { key, version }, signal })).recipe),
    staleTime: Infinity,
  });
