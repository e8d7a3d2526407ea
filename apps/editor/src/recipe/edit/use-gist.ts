import type { Json, Step } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useSaid } from '../../texts/use-said.js';
import { useServerText } from '../../texts/use-server-text.js';
import { useSayCondition } from '../condition/use-way-label.js';
import { triggerOf, type Connectors } from '../model/connectors.js';
import { oncePerObject } from '../model/once-per-object.js';
import { lastOf, pillIn, spokenText } from '../value/template-text.js';
import { useDescribeTrigger } from './use-describe.js';
import { inLargestUnit } from './largest-unit.js';

/**
 * What a step is set to, on one line: the text of a note, how long a wait is, why a stop stops. Undefined where its kind
 * says enough.
 */
export function useGist(connectors: Connectors): (step: Step) => string | undefined {
  const { t, i18n } = useTranslation();
  const serverText = useServerText();
  const said = useSaid();
  const names = useKeyNames();
  return useMemo(() => {
    const textOf = (value: Json): string => said(spokenText(value, (key) => names.key(key)) ?? '').trim();
    const gistOfWait = (awaited: Extract<Step, { kind: 'wait' }>['for']): string | undefined => {
      switch (awaited.kind) {
        case 'seconds':
          return typeof awaited.seconds === 'number' ? inLargestUnit(awaited.seconds, i18n.language) : undefined;
        case 'until':
          return undefined;
        case 'event': {
          const { connector, trigger } = awaited;
          const name = triggerOf(connectors, connector, trigger)?.title ?? trigger;
          return t('recipe.gist.event', { name: serverText(['triggers', connector, trigger], name) });
        }
      }
    };
    return oncePerObject((step: Step): string | undefined => {
      switch (step.kind) {
        case 'action':
          return Object.entries(step.input)
            .filter(([key]) => !key.endsWith('_id'))
            .map(([, value]) => (pillIn(value) === undefined ? textOf(value) : ''))
            .find((text) => text !== '');
        case 'wait':
          return gistOfWait(step.for);
        case 'stop': {
          const message = textOf(step.message);
          return message === '' ? undefined : t(`recipe.gist.${step.outcome}`, { message });
        }
        case 'forEach': {
          const list = pillIn(step.items);
          return list === undefined ? undefined : t('recipe.gist.each', { name: names.key(lastOf(list)) });
        }
        case 'call':
          return step.recipe === '' ? undefined : step.recipe;
        case 'if':
        case 'try':
          return undefined;
      }
    });
  }, [connectors, t, i18n.language, serverText, said, names]);
}

/** What wakes a recipe, and under which condition, on one line. */
export function useTriggerGist(
  connectors: Connectors,
): (trigger: Parameters<ReturnType<typeof useDescribeTrigger>>[0]) => string {
  const { t } = useTranslation();
  const say = useSayCondition();
  const describe = useDescribeTrigger(connectors);
  return useMemo(
    () => (trigger) => {
      const { kind } = describe(trigger);
      if (trigger.kind === 'call') return kind;
      return trigger.condition === undefined
        ? `${t('recipe.trigger.when')} · ${kind}`
        : `${kind} · ${say(trigger.condition)}`;
    },
    [t, say, describe],
  );
}
