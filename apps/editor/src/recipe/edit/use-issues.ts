import { validateRecipe, type Issue, type Recipe } from '@tandem/recipes';
import { useDeferredValue, useMemo } from 'react';
import { catalogueOf, type Connectors } from '../model/connectors.js';
import { atField } from './at-field.js';

/** What is wrong with the recipe, as it is typed; a moment behind while the page has more urgent things to draw. */
export function useIssues(recipe: Recipe, connectors: Connectors): readonly Issue[] {
  const deferred = useDeferredValue(recipe);
  const catalogue = useMemo(() => catalogueOf(connectors), [connectors]);
  return useMemo(() => validateRecipe(deferred, catalogue).map(atField), [deferred, catalogue]);
}
