import { Checkbox, MultiSelect, Skeleton, Stack } from '@mantine/core';
import type { Setting } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-props.js';
import { textsOf } from './settings-form.js';
import { UnavailableChoices } from './UnavailableChoices.js';
import { useChoices } from './use-choices.js';

/** So many are shown side by side; more are searched. */
const SHOWN = 6;

/** Any of a live list. */
export function ChoicesField({
  setting,
  values,
  label,
  help,
  problems,
  onChange,
  disabled,
}: FieldProps<Extract<Setting, { type: 'choices' }>>) {
  const { t } = useTranslation();
  const choices = useChoices(setting.from, values);
  const chosen = textsOf(values[setting.key]);
  const common = { label, description: help, error: problems[''] ?? Object.values(problems)[0], onChange };
  const hint = <UnavailableChoices source={setting.from} values={values} choices={choices} />;
  if (choices.isLoading) return <Skeleton height={72} />;
  if (choices.items.length > 0 && choices.items.length <= SHOWN)
    return (
      <Checkbox.Group {...common} value={chosen} withAsterisk={setting.required ?? false}>
        <Stack gap={8} mt={8}>
          {choices.items.map(({ value, label: name }) => (
            <Checkbox key={value} value={value} label={name} disabled={disabled} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  return (
    <div>
      <MultiSelect
        {...common}
        withAsterisk={setting.required ?? false}
        placeholder={chosen.length === 0 ? t('settings.choose') : ''}
        data={[
          ...choices.items,
          ...chosen
            .filter((value) => !choices.items.some((item) => item.value === value))
            .map((value) => ({ value, label: value })),
        ]}
        value={chosen}
        disabled={disabled}
        searchable
        nothingFoundMessage={t('common.nothingFound')}
      />
      {hint}
    </div>
  );
}
