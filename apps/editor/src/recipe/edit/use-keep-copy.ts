import type { Recipe } from '@tandem/recipes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recipesImport, recipesList } from '../../api/generated/sdk.gen.js';
import { keyFor } from '../list/recipe-key.js';

/** Keeps a recipe as one of its own, so that two drafts of one recipe can both live. */
export function useKeepCopy() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (recipe: Recipe) => {
      const { items } = await recipesList();
      const name = t('recipe.clone.name', { name: recipe.name });
      const key = keyFor(name, new Set(items.map((one) => one.key)));
      return recipesImport({ body: { ...recipe, key, name } });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['recipes'], exact: true }),
  });
}
