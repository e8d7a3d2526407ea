import { NumberInput, Switch, TextInput } from '@mantine/core';
import { ChoiceField } from './ChoiceField.js';
import { ChoicesField } from './ChoicesField.js';
import { MappingField } from './MappingField.js';
import type { FieldProps } from './field-props.js';
import { textOf } from './settings-form.js';

/** One setting of a recipe, by its type. */
export function SettingField(props: FieldProps) {
  const { setting, values, label, help, problems, onChange, disabled } = props;
  const value = values[setting.key];
  const common = { label, description: help, disabled, error: problems[''] };
  switch (setting.type) {
    case 'text':
      return (
        <TextInput
          {...common}
          withAsterisk={setting.required ?? false}
          value={textOf(value)}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
          }}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          withAsterisk={setting.required ?? false}
          value={typeof value === 'number' ? value : ''}
          onChange={(entered) => {
            onChange(typeof entered === 'number' ? entered : null);
          }}
        />
      );
    case 'switch':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.checked);
          }}
        />
      );
    case 'choice':
      return <ChoiceField {...props} setting={setting} />;
    case 'choices':
      return <ChoicesField {...props} setting={setting} />;
    case 'mapping':
      return <MappingField {...props} setting={setting} />;
  }
}
