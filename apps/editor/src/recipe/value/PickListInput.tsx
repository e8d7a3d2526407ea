import { Select } from '@mantine/core';
import type { Json, JsonObject } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { usePickList } from './use-pick-list.js';

interface PickListInputProps {
  label: string;
  connector: string;
  pickList: { key: string; dependsOn: string[] };
  /** The other inputs of the step, on which the choices may depend. */
  inputs: JsonObject;
  value: Json | undefined;
  onChange: (value: string) => void;
  isReadOnly: boolean;
  error?: string | undefined;
  /** Where nothing is chosen. */
  hint?: string;
}

/** Live choices of the remote; those that depend on another input ask for it first. */
export function PickListInput({
  label,
  connector,
  pickList,
  inputs,
  value,
  onChange,
  isReadOnly,
  error,
  hint,
}: PickListInputProps) {
  const { t } = useTranslation();
  const { items: found, isReady, isFetching, isError } = usePickList(connector, pickList, inputs);
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const items = found.map((item) => ({ value: item.value, label: item.label }));
  const isKnown = chosen === null || items.some((item) => item.value === chosen);
  return (
    <Select
      aria-label={label}
      searchable
      readOnly={isReadOnly}
      data={isKnown ? items : [...items, { value: chosen, label: chosen }]}
      value={chosen}
      disabled={!isReady}
      placeholder={
        isFetching
          ? t('recipe.value.loading')
          : isReady
            ? (hint ?? t('recipe.value.choose'))
            : t('recipe.value.dependsOn', { name: pickList.dependsOn.join(', ') })
      }
      error={error ?? (isError ? t('recipe.value.noChoices') : undefined)}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
    />
  );
}
