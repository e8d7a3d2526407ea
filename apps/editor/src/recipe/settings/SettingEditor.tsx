import { Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { Recipe, Setting } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { SettingField } from '../../settings/SettingField.js';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import { asType, putSetting, renameSetting, SETTING_TYPES } from '../model/setting-commands.js';
import { KeyInput } from './KeyInput.js';
import { SourceFields } from './SourceFields.js';
import { withDefault } from './with-default.js';

interface SettingEditorProps {
  setting: Setting;
  index: number;
  onChange: (recipe: Recipe, field: string) => void;
}

/** Everything about one setting. */
export function SettingEditor({ setting, index, onChange }: SettingEditorProps) {
  const { t } = useTranslation();
  const { recipe, connectors, isReadOnly } = useEdit();
  const pointer = `/settings/${index}`;
  const issue = useIssueAt(pointer);
  const put = (next: Setting, field: string): void => {
    onChange(putSetting(recipe, index, next), `${pointer}/${field}`);
  };
  const defaults = Object.fromEntries(recipe.settings.map(({ key, default: value }) => [key, value ?? null]));
  return (
    <Stack gap="sm">
      <TextInput
        size="xs"
        label={t('recipe.settings.title')}
        readOnly={isReadOnly}
        maxLength={120}
        value={setting.title}
        error={setting.title === '' ? t('recipe.settings.titleMissing') : issue?.message}
        data-pointer={`${pointer}/title`}
        onChange={({ currentTarget }) => {
          put({ ...setting, title: currentTarget.value }, 'title');
        }}
      />
      <KeyInput
        label={t('recipe.settings.key')}
        about={t('recipe.settings.keyAbout', { name: setting.key })}
        value={setting.key}
        taken={recipe.settings.filter((_one, at) => at !== index).map(({ key }) => key)}
        onTake={(key) => {
          onChange(renameSetting(recipe, index, key), 'setting key');
        }}
      />
      <Textarea
        size="xs"
        autosize
        maxLength={500}
        label={t('recipe.settings.help')}
        readOnly={isReadOnly}
        value={setting.help ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { help: _was, ...rest } = setting;
          put(value === '' ? rest : { ...rest, help: value }, 'help');
        }}
      />
      <Select
        size="xs"
        label={t('recipe.settings.type')}
        readOnly={isReadOnly}
        allowDeselect={false}
        value={setting.type}
        data={SETTING_TYPES.map((value) => ({ value, label: t(`recipe.settings.types.${value}`) }))}
        onChange={(chosen) => {
          const type = SETTING_TYPES.find((one) => one === chosen);
          if (type) put(asType(setting, type, recipe.settings, connectors), 'type');
        }}
      />
      {(setting.type === 'choice' || setting.type === 'choices') && (
        <SourceFields
          label={t('recipe.settings.from')}
          settingKey={setting.key}
          source={setting.from}
          onChange={(from) => {
            const { default: _was, ...rest } = setting;
            put({ ...rest, from }, 'from');
          }}
        />
      )}
      {setting.type === 'mapping' &&
        (['keys', 'values'] as const).map((side) => (
          <SourceFields
            key={side}
            label={t(`recipe.settings.${side}`)}
            settingKey={setting.key}
            source={setting[side]}
            onChange={(source) => {
              const { default: _was, ...rest } = setting;
              put({ ...rest, [side]: source }, side);
            }}
          />
        ))}
      <Switch
        size="xs"
        label={t('recipe.settings.required')}
        disabled={isReadOnly}
        checked={setting.required ?? false}
        onChange={({ currentTarget: { checked } }) => {
          const { required: _was, ...rest } = setting;
          put(checked ? { ...rest, required: true } : rest, 'required');
        }}
      />
      <SettingField
        setting={{ ...setting, required: false }}
        values={defaults}
        label={t('recipe.settings.default')}
        help={t('recipe.settings.defaultAbout')}
        problems={{}}
        disabled={isReadOnly}
        onChange={(value) => {
          put(withDefault(setting, value), 'default');
        }}
      />
    </Stack>
  );
}
