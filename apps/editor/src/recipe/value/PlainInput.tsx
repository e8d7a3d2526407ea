import { Select, SegmentedControl, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '../../texts/use-key-names.js';
import { useValueName } from '../../texts/use-value-name.js';
import type { Field } from '../model/schema-field.js';
import { PickListInput } from './PickListInput.js';
import { PillText } from './PillText.js';
import { meaning, shownText } from './value-mode.js';
import type { ValueFieldProps } from './value-field-props.js';

type PlainInputProps = ValueFieldProps & { error: string | undefined; isReadOnly: boolean };

/** A value shown as what it is. */
export function PlainInput(props: PlainInputProps) {
  const { label, field, value, onChange, connector, inputs = {}, error, isReadOnly } = props;
  const { t } = useTranslation();
  const say = useKeyNames();
  const valueName = useValueName();
  const nameOf = (choice: string): string => valueName(choice, say.key(choice));
  const common = { 'aria-label': label, readOnly: isReadOnly, error };
  if (field.pickList && connector !== undefined) {
    return <PickListInput label={label} connector={connector} pickList={field.pickList} inputs={inputs} value={value} onChange={onChange} isReadOnly={isReadOnly} error={error} />; // prettier-ignore
  }
  if (field.choices) {
    const choices = field.choices.map((choice) => ({ value: choice, label: nameOf(choice) }));
    return <Select {...common} data={choices} placeholder={defaultText(field, nameOf)} value={typeof value === 'string' ? value : null} clearable={!props.isRequired} onChange={(next) => { onChange(next ?? undefined); }} />; // prettier-ignore
  }
  if (field.type === 'boolean') {
    return (
      <SegmentedControl
        aria-label={label}
        size="xs"
        readOnly={isReadOnly}
        value={value === true ? 'yes' : value === false ? 'no' : ''}
        data={[
          { value: 'yes', label: t('recipe.value.yes') },
          { value: 'no', label: t('recipe.value.no') },
        ]}
        onChange={(next) => {
          onChange(next === 'yes');
        }}
      />
    );
  }
  if (field.type === 'list') {
    const tags = Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
    return <TagsInput {...common} value={tags} placeholder={t('recipe.value.listHint')} onChange={onChange} />;
  }
  return <TextWithPills {...props} />;
}

/** Text in which `{{steps.deal.name}}` stands for a value; emptied, an optional input is taken out. */
function TextWithPills({ label, field, value, onChange, isRequired = false, error, isReadOnly }: PlainInputProps) {
  return (
    <PillText
      aria-label={label}
      autosize
      minRows={1}
      maxRows={10}
      readOnly={isReadOnly}
      error={error}
      placeholder={defaultText(field, String)}
      value={shownText(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' && !isRequired ? undefined : meaning(text, field, value));
      }}
    />
  );
}

/** What is taken where nothing is filled in. */
function defaultText(field: Field, nameOf: (value: string) => string): string | undefined {
  const { default: taken } = field;
  if (typeof taken === 'number') return String(taken);
  return typeof taken === 'string' && taken !== '' ? nameOf(taken) : undefined;
}
