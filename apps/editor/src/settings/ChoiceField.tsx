import { Loader, Select } from '@mantine/core';
import type { Setting } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props.js';
import { textOf } from './settings-form.js';
import { UnavailableChoices } from './UnavailableChoices.js';
import { useChoices, type Choice } from './use-choices.js';

/** One of a live list. */
export function ChoiceField({
  setting,
  values,
  label,
  help,
  problems,
  onChange,
  disabled,
}: FieldProps<Extract<Setting, { type: 'choice' }>>) {
  const { t } = useTranslation();
  const choices = useChoices(setting.from, values);
  const value = textOf(values[setting.key]);
  return (
    <div>
      <Select
        label={label}
        description={help}
        withAsterisk={setting.required ?? false}
        placeholder={t('settings.choose')}
        data={withUnknown(choices.items, value)}
        value={value === '' ? null : value}
        onChange={onChange}
        error={problems['']}
        disabled={disabled}
        searchable={choices.items.length > 8}
        clearable={setting.required !== true}
        clearButtonProps={{ 'aria-label': t('common.clear', { name: label }) }}
        nothingFoundMessage={t('common.nothingFound')}
        rightSection={choices.isLoading ? <Loader size={14} aria-label={t('common.loading')} /> : undefined}
      />
      <UnavailableChoices source={setting.from} values={values} choices={choices} />
    </div>
  );
}

/** A stored choice that the remote no longer offers stays visible. */
export const withUnknown = (items: Choice[], value: string): Choice[] =>
  value === '' || items.some((item) => item.value === value) ? items : [...items, { value, label: value }];
