import type { Recipe } from '@tandem/recipes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { recipesImport, recipesList } from '../../api/generated/sdk.gen.js';
import type { Recipe as RecipeView, RecipeToImport } from '../../api/generated/types.gen.js';
import { Failure } from '../../api/failure.js';
import { keyFor } from './recipe-key.js';

function useOpen() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async ({ key }: RecipeView): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: ['recipes'] });
    await navigate({ to: '/recipes/$key', params: { key } });
  };
}

/** Makes a recipe that does nothing yet, and opens it. */
export function useNewRecipe() {
  const { t } = useTranslation();
  const onSuccess = useOpen();
  return useMutation({
    mutationFn: async () => {
      const { items } = await recipesList();
      const name = t('recipe.list.newName');
      const recipe: Recipe = {
        format: 1,
        key: keyFor(name, new Set(items.map(({ key }) => key))),
        name,
        offer: 'template',
        settings: [],
        trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
        steps: [],
      };
      return recipesImport({ body: { ...recipe } });
    },
    onSuccess,
  });
}

/** Takes an exported recipe from a file, and opens it. What is wrong with it is in the failure. */
export function useImportRecipe() {
  const { t } = useTranslation();
  const onSuccess = useOpen();
  return useMutation({
    mutationFn: async (file: File) => recipesImport({ body: readJson(await file.text(), t('recipe.list.notJson')) }),
    onSuccess,
  });
}

function readJson(text: string, problem: string): RecipeToImport {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as RecipeToImport; // the server looks closer
  } catch {
    // Said below.
  }
  throw new Failure('refused', problem);
}
