import type { Recipe, Step } from '@tandem/recipes';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../../texts/use-server-text.js';
import { actionOf, connectorOf, triggerOf, type Connectors } from '../model/connectors.js';
import { oncePerObject } from '../model/once-per-object.js';

/** A step or trigger in words. */
export interface Described {
  title: string;
  /** What it is, where the title does not say it. */
  kind: string;
  /** The remote system that it works on, if it does. */
  connector: string | undefined;
}

/** Names steps in the language of the page: by their own title, else by what they do. */
export function useDescribeStep(connectors: Connectors, recipeKey: string): (step: Step) => Described {
  const { t } = useTranslation();
  const serverText = useServerText();
  return useMemo(
    () =>
      oncePerObject((step) => {
        const own =
          step.title === undefined ? undefined : serverText(['recipes', recipeKey, 'steps', step.id], step.title);
        if (step.kind === 'action') {
          const action = actionOf(connectors, step.connector, step.action);
          const does = serverText(['actions', step.connector, step.action], action?.title ?? step.action);
          const remote = connectorOf(connectors, step.connector)?.title ?? step.connector;
          return { title: own ?? does, kind: own ? `${remote} · ${does}` : remote, connector: step.connector };
        }
        const does = t(`recipe.kinds.${step.kind}.title`);
        const kind = own ? does : t(`recipe.kinds.${step.kind}.about`);
        return { title: own ?? does, kind, connector: undefined };
      }),
    [connectors, recipeKey, t, serverText],
  );
}

/** Names what wakes a recipe. */
export function useDescribeTrigger(connectors: Connectors): (trigger: Recipe['trigger']) => Described {
  const { t } = useTranslation();
  const serverText = useServerText();
  return useCallback(
    (trigger) => {
      if (trigger.kind === 'call') {
        return { title: t('recipe.trigger.call'), kind: t('recipe.trigger.callAbout'), connector: undefined };
      }
      const found = triggerOf(connectors, trigger.connector, trigger.trigger);
      return {
        title: serverText(['triggers', trigger.connector, trigger.trigger], found?.title ?? trigger.trigger),
        kind: connectorOf(connectors, trigger.connector)?.title ?? trigger.connector,
        connector: trigger.connector,
      };
    },
    [connectors, t, serverText],
  );
}
