import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Run } from '../api/generated/types.gen.js';
import { connectorQuery } from '../connections/queries.js';
import { useServerText } from '../texts/use-server-text.js';
import { recipeVersionQuery } from './queries.js';
import { stepTitles } from './step-names.js';

/** By which a connector takes back its own changes; no recipe names it. */
const UNDO = 'undo';

export interface NamedStep {
  path: string;
  connector: string | null;
  action: string | null;
}

/** How to call a step: as the recipe does, else as its action is called, else by its path. */
export function useStepNames(
  { key, version }: Run['recipe'],
  steps: readonly NamedStep[],
): (step: NamedStep) => string {
  const { t } = useTranslation();
  const serverText = useServerText();
  const recipe = useQuery(recipeVersionQuery(key, version));
  const connectors = [...new Set(steps.flatMap(({ connector }) => connector ?? []))];
  const actions = useQueries({
    queries: connectors.map(connectorQuery),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => data?.actions.map((action) => [`${data.key}.${action.key}`, action.title]) ?? []),
      ),
  });
  const titles = stepTitles(recipe.data?.recipe);
  return ({ path, connector, action }) => {
    const id = path.split('/').at(-1)?.split('.').at(-1) ?? path;
    const title = titles.get(id);
    if (title !== undefined) return serverText(['recipes', key, 'steps', id], title);
    if (connector === null || action === null) return path;
    if (action === UNDO) return t('ledger.undo.step');
    return serverText(['actions', connector, action], actions.get(`${connector}.${action}`) ?? action);
  };
}
