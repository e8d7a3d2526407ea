import { Select, SegmentedControl, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PickListInput } from './PickListInput.js';
import { PillText } from './PillText.js';
import { meaning, shownText } from './value-mode.js';
import type { ValueFieldProps } from './value-field-props.js';

type PlainInputProps = ValueFieldProps & { error: string | undefined; isReadOnly: boolean };

/** A value shown as what it is. */
export function PlainInput(props: PlainInputProps) {
  const { label, field, value, onChange, connector, inputs = {}, error, isReadOnly } = props;
  const { t } = useTranslation();
  const common = { 'aria-label': label, readOnly: isReadOnly, error };
  if (field.pickList && connector !== undefined) {
    return <PickListInput label={label} connector={connector} pickList={field.pickList} inputs={inputs} value={value} onChange={onChange} isReadOnly={isReadOnly} error={error} />; // prettier-ignore
  }
  if (field.choices) {
    return <Select {...common} data={field.choices} value={typeof value === 'string' ? value : null} clearable={!props.isRequired} onChange={(next) => { onChange(next ?? undefined); }} />; // prettier-ignore
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
      value={shownText(value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        onChange(text === '' && !isRequired ? undefined : meaning(text, field));
      }}
    />
  );
}
