import { validateRecipe, type Issue, type Recipe } from '@tandem/recipes';
import { useMemo } from 'react';
import { catalogueOf, type Connectors } from '../model/connectors.js';
import { atField } from './at-field.js';
import { useSaid } from '../../texts/use-said.js';

/** What is wrong with the recipe, as it is typed. */
export function useIssues(recipe: Recipe, connectors: Connectors): readonly Issue[] {
  const catalogue = useMemo(() => catalogueOf(connectors), [connectors]);
  const said = useSaid();
  return useMemo(
    () =>
      validateRecipe(recipe, catalogue)
        .map(atField)
        .map((issue) => ({ ...issue, message: said(issue.message) })),
    [recipe, catalogue, said],
  );
}
