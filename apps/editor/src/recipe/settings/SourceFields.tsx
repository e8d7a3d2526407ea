import { MultiSelect, Select, Stack } from '@mantine/core';
import type { PickListSource, Setting } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { lackingFor } from '../../settings/settings-form.js';
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
        {inputs.every((name) => source.input?.[name] !== undefined) && (
          <OnlyThese source={source} givers={givers} onChange={onChange} />
        )}
      </Stack>
    </fieldset>
  );
}

interface OnlyTheseProps extends Pick<SourceFieldsProps, 'source' | 'onChange'> {
  /** Settings that a list may hang on: it is known once they have a default. */
  givers: readonly Setting[];
}

/** Fewer of the choices, in an order of its own. */
function OnlyThese({ source, givers, onChange }: OnlyTheseProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const { only = [], ...all } = source;
  const defaults = Object.fromEntries(givers.map(({ key, default: value }) => [key, value ?? null]));
  const { items } = useChoices(all, defaults);
  const unknown = only.filter((value) => !items.some((item) => item.value === value));
  const lacking = lackingFor(source, defaults);
  const titles = givers.filter(({ key }) => lacking.includes(key)).map(({ title }) => title);
  return (
    <MultiSelect
      size="xs"
      label={t('recipe.settings.only')}
      description={titles.length > 0 ? t('recipe.settings.onlyLater', { name: titles.join(', ') }) : undefined}
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
