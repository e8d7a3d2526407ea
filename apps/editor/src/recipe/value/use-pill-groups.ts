import type { Action } from '@tandem/recipes';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { useDescribeStep } from '../edit/use-describe.js';
import type { Source } from '../model/pills-in-scope.js';
import { readsOnOffer } from '../model/reads-on-offer.js';
import { pillRows, type PillRow } from './pill-rows.js';
import { useMemberName } from './use-member-name.js';
import { useSourceName } from './use-source-name.js';

/** Values from one source. */
export interface PillGroup {
  name: string;
  /** What is to be known about all of them. */
  about: string | undefined;
  rows: PillRow[];
  /** The step that has to be put in for them first. */
  read: Action | undefined;
}

/** The values that can be had, nearest first, and after them those that one more step would read. */
export function usePillGroups(typed: string): PillGroup[] {
  const { t } = useTranslation();
  const { recipe, connectors, sources, readBefore } = useEdit();
  const nameOf = useSourceName();
  const memberName = useMemberName();
  const describe = useDescribeStep(connectors, recipe.key);
  const all = useMemo(() => {
    const rowsOf = (source: Source) => pillRows(source, (key, member) => memberName(source, key, member));
    const known = sources.map((source): PillGroup => ({
      name: nameOf(source),
      about: source.isUncertain && t('recipe.pills.maybe'),
      rows: rowsOf(source),
      read: undefined,
    })); // prettier-ignore
    const offers = readBefore ? readsOnOffer(recipe, connectors, sources) : [];
    const offered = offers.map(({ step, source }): PillGroup => ({
      name: describe(step).title,
      about: t('recipe.pills.adds'),
      rows: rowsOf(source),
      read: step,
    })); // prettier-ignore
    return [...known, ...offered];
  }, [sources, nameOf, memberName, readBefore, recipe, connectors, describe, t]);
  return useMemo(() => {
    const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
    return all
      .map((group) => ({ ...group, rows: group.rows.filter((row) => holds(group.name, row, wanted)) }))
      .filter(({ rows }) => rows.length > 0);
  }, [all, typed]);
}

const holds = (name: string, { label, path }: PillRow, wanted: readonly string[]): boolean =>
  wanted.every((word) => `${name} ${label} ${path}`.toLowerCase().includes(word));
