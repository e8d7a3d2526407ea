import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../api/generated/types.gen.js';
import { useRecipeName } from './use-recipe-name.js';

/** What a run is called: as its recipe, and where it takes another one back, as that. */
export function useRunName(): (run: Pick<RunSummary, 'recipe' | 'undo_of'>) => string {
  const { t } = useTranslation();
  const nameOf = useRecipeName();
  return ({ recipe, undo_of: undoOf }) =>
    undoOf === null ? nameOf(recipe) : t('ledger.undo.of', { name: nameOf(recipe) });
}
