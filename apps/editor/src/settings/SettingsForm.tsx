import { Stack } from '@mantine/core';
import type { Setting } from '@tandem/recipes';
import { useServerText } from '../texts/use-server-text.js';
import { SettingField } from './SettingField.js';
import { withSetting, type SettingValues } from './settings-form.js';

interface SettingsFormProps {
  /** Key of the recipe that declares the settings. */
  recipe: string;
  settings: readonly Setting[];
  values: SettingValues;
  /** By path, such as `stages/document.sent`. */
  problems: Readonly<Record<string, string>>;
  onChange: (values: SettingValues) => void;
  disabled?: boolean;
}

/** A form for whatever a recipe wants to know; no form is written by hand for one of them. */
export function SettingsForm({ recipe, settings, values, problems, onChange, disabled = false }: SettingsFormProps) {
  const serverText = useServerText();
  const said = (setting: Setting, part: 'title' | 'help', text: string): string =>
    serverText(['recipes', recipe, 'settings', setting.key, part], text);
  return (
    <Stack gap="lg">
      {settings.map((setting) => (
        <SettingField
          key={setting.key}
          setting={setting}
          values={values}
          label={said(setting, 'title', setting.title)}
          help={setting.help === undefined ? undefined : said(setting, 'help', setting.help)}
          problems={below(problems, setting.key)}
          disabled={disabled}
          onChange={(value) => {
            onChange(withSetting(settings, values, setting.key, value));
          }}
        />
      ))}
    </Stack>
  );
}

/** The problems of one field, by the path below it. */
function below(problems: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([path]) => path === key || path.startsWith(`${key}/`))
      .map(([path, text]) => [path.slice(key.length + 1), text]),
  );
}
