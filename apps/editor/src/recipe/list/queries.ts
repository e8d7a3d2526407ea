import { queryOptions } from '@tanstack/react-query';
import { recipeVersionsDiff } from '../../api/generated/sdk.gen.js';

/** Whether a draft says something else than what is published. */
export const differsQuery = (key: string, version: number, revision: number) =>
  queryOptions({
    queryKey: ['recipes', key, 'differs', version, revision],
    queryFn: async ({ signal }) => {
      const { recipe, settings, steps } = await recipeVersionsDiff({
        path: { key },
        query: { from: version, to: 'draft' },
        signal,
      });
      return recipe.length + settings.length + steps.length > 0;
    },
    staleTime: Infinity,
  });
