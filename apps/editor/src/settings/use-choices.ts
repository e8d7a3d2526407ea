import type { PickListSource } from '@tandem/recipes';
import { useQuery } from '@tanstack/react-query';
import { pickListQuery } from '../api/pick-list.js';
import { useValueName } from '../texts/use-value-name.js';
import { pickListInput, type SettingValues } from './settings-form.js';

export interface Choice {
  value: string;
  label: string;
}

export interface Choices {
  items: Choice[];
  isLoading: boolean;
  error: Error | null;
  reload: () => void;
}

/** What there is to choose, live. Empty while a setting that it hangs on is empty. */
export function useChoices(source: PickListSource, values: SettingValues): Choices {
  const valueName = useValueName();
  const { connector, pickList, only } = source;
  const input = pickListInput(source, values);
  const list = useQuery({
    ...pickListQuery({ connector, pickList, input: input ?? {} }),
    enabled: input !== undefined,
  });
  const all = (list.data?.items ?? []).map(({ value, label }) => ({
    value,
    label: valueName(value, label),
  }));
  return {
    items: only ? only.flatMap((value) => all.find((item) => item.value === value) ?? []) : all,
    isLoading: list.isLoading,
    error: list.error,
    reload: () => void list.refetch(),
  };
}
