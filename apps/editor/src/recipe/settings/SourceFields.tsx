import { MultiSelect, Select, Stack } from '@mantine/core';
import type { PickListSource } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../settings/use-choices.js';
import { useServerText } from '../../texts/use-server-text.js';
import { useEdit } from '../edit/edit-context.js';
import { inputsOf, pickListSource } from '../model/setting-commands.js';
import classes from './settings.module.css';

interface SourceFieldsProps {
  label: string;
  /** Of the setting that the choices are for. */
  settingKey: string;
  source: PickListSource;
  onChange: (source: PickListSource) => void;
}

/** Where choices come from: a live list of a remote system, and the settings that it hangs on. */
export function SourceFields({ label, settingKey, source, onChange }: SourceFieldsProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  const { recipe, connectors, isReadOnly } = useEdit();
  const givers = recipe.settings.filter(
    ({ key, type }) => key !== settingKey && (type === 'choice' || type === 'text'),
  );
  const inputs = inputsOf(source, connectors);
  return (
    <fieldset className={classes.source}>
      <legend>{label}</legend>
      <Stack gap="xs">
        <Select
          size="xs"
          aria-label={label}
          readOnly={isReadOnly}
          allowDeselect={false}
          searchable
          value={`${source.connector}/${source.pickList}`}
          data={connectors.map(({ key, title, pick_lists: lists }) => ({
            group: title,
            items: lists.map((list) => ({
              value: `${key}/${list.key}`,
              label: serverText(['pickLists', key, list.key], list.title),
            })),
          }))}
          onChange={(chosen) => {
            const [connector, pickList] = chosen?.split('/') ?? [];
            if (connector !== undefined && pickList !== undefined)
              onChange(pickListSource({ connector, pickList }, recipe.settings, settingKey, connectors));
          }}
        />
        {inputs.map((name) => (
          <Select
            key={name}
            size="xs"
            label={t('recipe.settings.input', { name })}
            placeholder={t('recipe.settings.inputHint')}
            readOnly={isReadOnly}
            value={source.input?.[name] ?? null}
            error={source.input?.[name] === undefined ? t('recipe.settings.inputMissing') : undefined}
            data={givers.map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(key) => {
              const { [name]: _was, ...rest } = source.input ?? {};
              onChange({ ...source, input: key === null ? rest : { ...rest, [name]: key } });
            }}
          />
        ))}
        {inputs.length === 0 && <OnlyThese source={source} onChange={onChange} />}
      </Stack>
    </fieldset>
  );
}

/** Fewer of the choices, in an order of its own. Lists that hang on a setting are not known beforehand. */
function OnlyThese({ source, onChange }: Pick<SourceFieldsProps, 'source' | 'onChange'>) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const { only = [], ...all } = source;
  const { items } = useChoices(all, {});
  const unknown = only.filter((value) => !items.some((item) => item.value === value));
  return (
    <MultiSelect
      size="xs"
      label={t('recipe.settings.only')}
      placeholder={only.length === 0 ? t('recipe.settings.onlyHint') : undefined}
      readOnly={isReadOnly}
      searchable
      value={only}
      data={[...items, ...unknown.map((value) => ({ value, label: value }))]}
      onChange={(chosen) => {
        onChange(chosen.length === 0 ? all : { ...all, only: chosen });
      }}
    />
  );
}
