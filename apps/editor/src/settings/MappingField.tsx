import { ActionIcon, Input, Select } from '@mantine/core';
import type { Setting } from '@tandem/recipes';
import ArrowIcon from 'lucide-react/icons/arrow-right';
import RemoveIcon from 'lucide-react/icons/x';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { withUnknown } from './ChoiceField.js';
import classes from './MappingField.module.css';
import type { FieldProps } from './field-props.js';
import { pairsOf } from './settings-form.js';
import { UnavailableChoices } from './UnavailableChoices.js';
import { useChoices } from './use-choices.js';

/** A choice for each chosen key, such as a stage per document status. */
export function MappingField({
  setting,
  values,
  label,
  help,
  problems,
  onChange,
  disabled,
}: FieldProps<Extract<Setting, { type: 'mapping' }>>) {
  const { t } = useTranslation();
  const keys = useChoices(setting.keys, values);
  const offered = useChoices(setting.values, values);
  const pairs = pairsOf(values[setting.key]);
  const open = keys.items.filter(({ value }) => !pairs.some(([key]) => key === value));
  const nameOf = (key: string): string => keys.items.find(({ value }) => value === key)?.label ?? key;
  const set = (changed: [string, string][]): void => {
    onChange(Object.fromEntries(changed));
  };
  return (
    <Input.Wrapper
      label={label}
      description={help}
      error={problems['']}
      withAsterisk={setting.required ?? false}
      labelElement="div"
      role="group"
      aria-label={label}
    >
      {pairs.length > 0 && (
        <div className={classes.rows}>
          {pairs.map(([key, value]) => (
            <Fragment key={key}>
              <span className={classes.key}>{nameOf(key)}</span>
              <ArrowIcon size={14} aria-hidden color="var(--mantine-color-dimmed)" />
              <Select
                aria-label={t('settings.valueFor', { name: nameOf(key) })}
                placeholder={t('settings.choose')}
                data={withUnknown(offered.items, value)}
                value={value === '' ? null : value}
                disabled={disabled}
                searchable={offered.items.length > 8}
                nothingFoundMessage={t('common.nothingFound')}
                error={problems[key]}
                onChange={(chosen) => {
                  set(pairs.map((pair) => (pair[0] === key ? [key, chosen ?? ''] : pair)));
                }}
              />
              <ActionIcon
                aria-label={t('settings.remove', { name: nameOf(key) })}
                disabled={disabled}
                onClick={() => {
                  set(pairs.filter((pair) => pair[0] !== key));
                }}
              >
                <RemoveIcon size={15} aria-hidden />
              </ActionIcon>
            </Fragment>
          ))}
        </div>
      )}
      <UnavailableChoices source={setting.values} values={values} choices={offered} />
      <UnavailableChoices source={setting.keys} values={values} choices={keys} />
      {open.length > 0 && offered.items.length > 0 && !disabled && (
        <Select
          mt={6}
          aria-label={t('settings.add', { name: label })}
          placeholder={t('settings.addPlaceholder')}
          data={open}
          value={null}
          searchable
          nothingFoundMessage={t('common.nothingFound')}
          onChange={(key) => {
            if (key !== null) set([...pairs, [key, '']]);
          }}
        />
      )}
    </Input.Wrapper>
  );
}
