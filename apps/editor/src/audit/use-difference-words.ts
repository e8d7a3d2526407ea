import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNames } from '../changes/use-names.js';
import { useFormat } from '../format/use-format.js';
import { useTemplates } from '../matrix/use-templates.js';
import { recipesQuery } from '../runs/queries.js';
import { useRecipeName } from '../runs/use-recipe-name.js';
import { capital } from '../texts/key-names.js';
import { useKeyNames } from '../texts/use-key-names.js';
import { useValueName } from '../texts/use-value-name.js';
import { bareName } from './deed.js';

const DEAL = { connector: 'hubspot', type: 'deal' };

/** What was chosen for a backfill, by the way to it. */
const OF_BACKFILLS = {
  recipes: 'recipes',
  'selection.statuses': 'statuses',
  'selection.template_ids': 'templates',
  'selection.changed_from': 'changedFrom',
  'selection.changed_to': 'changedTo',
} as const;
const isOfBackfills = (way: string): way is keyof typeof OF_BACKFILLS => way in OF_BACKFILLS;

/** What a changed value is called, and what it says, as people read it. */
export interface DifferenceWords {
  name(path: readonly string[]): string;
  /** A list as its members, a status by its bare name, a stage, recipe or template as it is called. */
  value(value: unknown, path: readonly string[]): unknown;
}

export function useDifferenceWords(): DifferenceWords {
  const { t } = useTranslation();
  const say = useKeyNames();
  const valueName = useValueName();
  const names = useNames();
  const thingName = useThingNames();
  const nameOf = (value: string): string =>
    names.value(DEAL, 'dealstage', value) ?? names.value(DEAL, 'pipeline', value) ?? valueName(value, bareName(value));
  return {
    name: (path) => {
      const way = path.join('.');
      if (isOfBackfills(way)) return t(`audit.backfill.${OF_BACKFILLS[way]}`);
      return path.map((key) => capital(valueName(key, say.key(bareName(key))))).join(' › ');
    },
    value: (value, path) => {
      const way = path.join('.');
      const one = (member: string): string => thingName(way, member) ?? nameOf(member);
      if (Array.isArray(value) && value.every((member) => typeof member === 'string')) return value.map(one).join(', ');
      return typeof value === 'string' ? one(value) : value;
    },
  };
}

/** Recipes, templates and moments that a backfill was made for. */
function useThingNames(): (way: string, value: string) => string | undefined {
  const format = useFormat();
  const recipeName = useRecipeName();
  const recipes = useQuery(recipesQuery).data?.items;
  const templates = useTemplates().data;
  return (way, value) => {
    switch (way) {
      case 'recipes':
        return recipeName(recipes?.find(({ key }) => key === value) ?? { key: value, name: value });
      case 'selection.template_ids':
        return templates?.find(({ id }) => id === value)?.name;
      case 'selection.changed_from':
      case 'selection.changed_to':
        return format.instant(value);
      default:
        return undefined;
    }
  };
}
