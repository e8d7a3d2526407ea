import type { Setting } from '@tandem/recipes';
import type { SettingValues } from './settings-form.js';

/** What a field of a settings form is given. */
export interface FieldProps<Kind extends Setting = Setting> {
  setting: Kind;
  /** All settings, since lists may hang on each other. */
  values: SettingValues;
  label: string;
  help: string | undefined;
  /** What is wrong with it, by the path below it; '' is the field itself. */
  problems: Readonly<Record<string, string>>;
  onChange: (value: unknown) => void;
  disabled: boolean;
}
