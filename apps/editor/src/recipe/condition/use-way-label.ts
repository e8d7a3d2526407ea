import type { If, Json, Recipe } from '@tandem/recipes';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { entryOf } from '../model/outline.js';
import { oncePerObject } from '../model/once-per-object.js';
import type { ListRef } from '../model/step-lists.js';
import { readCondition, type Condition, type Rule } from './condition.js';

type Say = (condition: Condition) => string;

/** Conditions in words: "amount is above 10,000". */
export function useSayCondition(): (logic: Json) => string {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(i18n.language);
    const sayValue = (value: Json): string => {
      if (typeof value === 'number') return numbers.format(value);
      if (typeof value === 'string') return value === '' ? '“”' : value;
      if (Array.isArray(value)) return value.map(sayValue).join(', ');
      return pillIn(value) ?? t('recipe.condition.formula');
    };
    const sayRule = ({ path, comparison, value }: Rule): string =>
      `${lastOf(path)} ${t(`recipe.comparisons.${comparison}`)}${value === null ? '' : ` ${sayValue(value)}`}`;
    const say: Say = (condition) => {
      if (condition.kind === 'other') return t('recipe.condition.formula');
      if (condition.kind === 'rule') return sayRule(condition);
      if (condition.items.length === 0) return t('recipe.condition.always');
      return condition.items.map(say).join(` ${t(`recipe.condition.${condition.join === 'all' ? 'and' : 'or'}`)} `);
    };
    return (logic: Json) => say(readCondition(logic));
  }, [t, i18n.language]);
}

/** What stands above each way through an `if` or a `try`. */
export function useWayLabel(recipe: Recipe): (list: ListRef) => string {
  const { t } = useTranslation();
  const say = useSayCondition();
  const titleOf = useMemo(() => oncePerObject(({ title, when }: If['branches'][number]) => title ?? say(when)), [say]);
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

const lastOf = (path: string): string => (path.split('.').at(-1) ?? path).replaceAll('_', ' ');

function pillIn(value: Json): string | undefined {
  const path = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.var : undefined;
  return typeof path === 'string' ? lastOf(path) : undefined;
}
