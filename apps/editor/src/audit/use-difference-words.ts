import { useNames } from '../changes/use-names.js';
import { capital } from '../texts/key-names.js';
import { useKeyNames } from '../texts/use-key-names.js';
import { useValueName } from '../texts/use-value-name.js';
import { bareName } from './deed.js';

const DEAL = { connector: 'hubspot', type: 'deal' };

/** What a changed value is called, and what it says, as people read it. */
export interface DifferenceWords {
  name(path: readonly string[]): string;
  /** A list as its members, a status by its bare name, a stage as the account calls it. */
  value(value: unknown): unknown;
}

export function useDifferenceWords(): DifferenceWords {
  const say = useKeyNames();
  const valueName = useValueName();
  const names = useNames();
  const nameOf = (value: string): string =>
    names.value(DEAL, 'dealstage', value) ?? names.value(DEAL, 'pipeline', value) ?? valueName(value, bareName(value));
  return {
    name: (path) => path.map((key) => capital(valueName(key, say.key(bareName(key))))).join(' › '),
    value: (value) => {
      if (Array.isArray(value) && value.every((member) => typeof member === 'string'))
        return value.map(nameOf).join(', ');
      return typeof value === 'string' ? nameOf(value) : value;
    },
  };
}
