import { Select } from '@mantine/core';
import type { Json, JsonObject } from '@tandem/recipes';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pickListQuery } from '../../api/pick-list.js';

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
}: PickListInputProps) {
  const { t } = useTranslation();
  const known = pickList.dependsOn.flatMap((key) =>
    typeof inputs[key] === 'string' && inputs[key] !== '' ? [[key, inputs[key]] as const] : [],
  );
  const isReady = known.length === pickList.dependsOn.length;
  const input = Object.fromEntries(known);
  const { data, isFetching, isError } = useQuery({
    ...pickListQuery({ connector, pickList: pickList.key, input }),
    enabled: isReady,
  });
  const chosen = typeof value === 'string' && value !== '' ? value : null;
  const items = data?.items.map((item) => ({ value: item.value, label: item.label })) ?? [];
  const isKnown = chosen === null || items.some((item) => item.value === chosen);
  return (
    <Select
      aria-label={label}
      searchable
      readOnly={isReadOnly}
      data={isKnown ? items : [...items, { value: chosen, label: chosen }]}
      value={chosen}
      disabled={!isReady}
      placeholder={t(isFetching ? 'recipe.value.loading' : isReady ? 'recipe.value.choose' : 'recipe.value.dependsOn', {
        name: pickList.dependsOn.join(', '),
      })}
      error={error ?? (isError ? t('recipe.value.noChoices') : undefined)}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
    />
  );
}
