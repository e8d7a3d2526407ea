import { validateRecipe, type Issue, type Recipe } from '@tandem/recipes';
import { useMemo } from 'react';
import { catalogueOf, type Callables, type Connectors } from '../model/connectors.js';
import { atField } from './at-field.js';
import { capital, type SayNames } from '../../texts/key-names.js';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useSaid } from '../../texts/use-said.js';

/** What is wrong with the recipe, as it is typed. */
export function useIssues(recipe: Recipe, connectors: Connectors, callables: Callables | undefined): readonly Issue[] {
  const catalogue = useMemo(() => catalogueOf(connectors, callables), [connectors, callables]);
  const said = useSaid();
  const say = useKeyNames();
  return useMemo(
    () =>
      validateRecipe(recipe, catalogue)
        .map(atField)
        .map((issue) => ({ ...issue, message: said(named(issue, say)) })),
    [recipe, catalogue, said, say],
  );
}

/** An input that the message names by its key, as its field is labelled. */
function named({ message, pointer }: Issue, say: SayNames): string {
  const [, key] = /\/input\/([a-z_]+)$/.exec(pointer) ?? [];
  return key === undefined ? message : message.replace(`"${key}"`, `"${capital(say.key(key))}"`);
}
