import type { If, Json, Recipe } from '@tandem/recipes';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { entryOf } from '../model/outline.js';
import { oncePerObject } from '../model/once-per-object.js';
import type { ListRef } from '../model/step-lists.js';
import { lastOf, pillIn } from '../value/template-text.js';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useSaid } from '../../texts/use-said.js';
import { useValueName } from '../../texts/use-value-name.js';
import { readCondition, type Condition, type Rule } from './condition.js';

type Say = (condition: Condition) => string;

/** Conditions in words: "amount is above 10,000". */
export function useSayCondition(): (logic: Json) => string {
  const { t } = useTranslation();
  const say = useKeyNames();
  const valueName = useValueName();
  const format = useFormat();
  return useMemo(() => {
    const nameOf = (path: string): string => say.key(lastOf(path));
    const sayValue = (value: Json): string => {
      if (typeof value === 'number') return format.number(value);
      if (typeof value === 'string') return value === '' ? '“”' : valueName(value);
      if (Array.isArray(value)) return value.map(sayValue).join(', ');
      const path = pillIn(value);
      return path === undefined ? t('recipe.condition.formula') : nameOf(path);
    };
    const sayRule = ({ path, comparison, value }: Rule): string =>
      `${nameOf(path)} ${t(`recipe.comparisons.${comparison}`)}${value === null ? '' : ` ${sayValue(value)}`}`;
    const sayAny: Say = (condition) => {
      if (condition.kind === 'other') return t('recipe.condition.formula');
      if (condition.kind === 'rule') return sayRule(condition);
      if (condition.items.length === 0) return t('recipe.condition.always');
      return condition.items.map(sayAny).join(` ${t(`recipe.condition.${condition.join === 'all' ? 'and' : 'or'}`)} `);
    };
    return (logic: Json) => sayAny(readCondition(logic));
  }, [t, say, valueName, format]);
}

/** What stands above each way through an `if` or a `try`. */
export function useWayLabel(recipe: Recipe): (list: ListRef) => string {
  const { t } = useTranslation();
  const said = useSaid();
  const say = useSayCondition();
  const titleOf = useMemo(
    () => oncePerObject(({ title, when }: If['branches'][number]) => (title === undefined ? say(when) : said(title))),
    [say, said],
  );
  return useCallback(
    ({ holder, slot }) => {
      const step = holder === null ? undefined : entryOf(recipe, holder)?.step;
      if (step?.kind === 'try') return t(slot === 'onError' ? 'recipe.ways.onError' : 'recipe.ways.try');
      if (step?.kind !== 'if') return t('recipe.ways.each');
      if (slot === 'else') return t('recipe.ways.else');
      const branch = step.branches[Number(slot.split('/')[1])];
      return branch ? titleOf(branch) : '';
    },
    [recipe, titleOf, t],
  );
}
