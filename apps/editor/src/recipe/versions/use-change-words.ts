import type { Json } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { capital } from '../../texts/key-names.js';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useSaid } from '../../texts/use-said.js';
import { readCondition, type Condition } from '../condition/condition.js';
import { useSayCondition } from '../condition/use-way-label.js';
import { toTemplate } from '../value/template-text.js';

/** What a recipe, a step and a setting are made of. */
const PARTS = [
  ...(['action', 'at', 'branches', 'condition', 'connector', 'default', 'description', 'for', 'from', 'help'] as const),
  ...(['items', 'key', 'kind', 'message', 'name', 'notes', 'offer', 'only', 'outcome', 'output', 'recipe'] as const),
  ...(['required', 'seconds', 'skip', 'title', 'trigger', 'type', 'when', 'within'] as const),
];

const NUMBER = /^\d+$/;

/** How people read a changed value of a recipe. */
export interface ChangeWords {
  /** @param pointer from the step, the setting or the recipe: `/branches/0/when` → “Way 1 › When” */
  name(pointer: string): string;
  /** Both sides of a change; undefined where only JSON tells them apart. */
  values(before: Json | undefined, after: Json | undefined): { before: string; after: string } | undefined;
}

export function useChangeWords(): ChangeWords {
  const { t } = useTranslation();
  const names = useKeyNames();
  const sayCondition = useSayCondition();
  const format = useFormat();
  const said = useSaid();

  const nameOf = (segment: string): string => {
    const part = PARTS.find((one) => one === segment);
    return part === undefined ? names.key(segment) : t(`recipe.compare.parts.${part}`);
  };
  const say = (value: Json | undefined): string | undefined => {
    if (value === undefined) return '';
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return format.number(value);
    const text = toTemplate(value);
    if (text !== undefined) return said(text);
    return isSayable(readCondition(value)) ? sayCondition(value) : undefined;
  };

  return {
    name: (pointer) => {
      const segments = pointer.slice(1).split('/');
      const input = segments.indexOf('input');
      const parts = segments.flatMap((segment, place) => {
        if (place === input || NUMBER.test(segment)) return [];
        const name = input >= 0 && place > input ? names.key(segment) : nameOf(segment);
        const next = segments[place + 1] ?? '';
        return NUMBER.test(next) ? `${name} ${Number(next) + 1}` : name;
      });
      return capital(parts.join(' › '));
    },
    values: (before, after) => {
      const [was, is] = [say(before), say(after)];
      // Two pills may have one name.
      return was === undefined || is === undefined || was === is ? undefined : { before: was, after: is };
    },
  };
}

/** All of it has words of its own. */
const isSayable = (condition: Condition): boolean =>
  condition.kind === 'group' ? condition.items.every(isSayable) : condition.kind === 'rule';
