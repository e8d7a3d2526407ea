import { NumberInput, TagsInput, TextInput } from '@mantine/core';
import type { Json } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { FormulaInput } from '../value/FormulaInput.js';
import { InsertPill } from '../value/InsertPill.js';
import { PillChip } from '../value/PillChip.js';
import { fromTemplate, pillIn, toTemplate } from '../value/template-text.js';
import classes from './condition.module.css';

interface RuleValueProps {
  value: Json;
  isNumber: boolean;
  isReadOnly: boolean;
  onChange: (value: Json) => void;
}

/** What a pill is compared with: something typed, or another pill. */
export function RuleValue(props: RuleValueProps) {
  const { t } = useTranslation();
  const { value, isNumber, isReadOnly, onChange } = props;
  const path = pillIn(value);
  return (
    <div className={classes.value} data-pill={path}>
      {path === undefined ? (
        <Typed {...props} />
      ) : (
        <PillChip
          path={path}
          {...(!isReadOnly && {
            onReplace: (next) => {
              onChange({ var: next });
            },
            onRemove: () => {
              onChange(isNumber ? 0 : '');
            },
          })}
        />
      )}
      {!isReadOnly && (
        <InsertPill
          label={t('recipe.condition.value')}
          onChoose={(chosen) => {
            onChange({ var: chosen });
          }}
        />
      )}
    </div>
  );
}

function Typed({ value, isNumber, isReadOnly, onChange }: RuleValueProps) {
  const { t } = useTranslation();
  const label = t('recipe.condition.value');
  const common = { size: 'xs', 'aria-label': label, readOnly: isReadOnly } as const;
  if (Array.isArray(value) && value.every((member) => typeof member === 'string')) {
    return <TagsInput {...common} value={value} placeholder={t('recipe.value.listHint')} onChange={onChange} />;
  }
  if (isNumber && (typeof value === 'number' || value === '')) {
    return (
      <NumberInput
        {...common}
        value={value}
        onChange={(next) => {
          onChange(typeof next === 'number' ? next : Number(next) || 0);
        }}
      />
    );
  }
  const text = toTemplate(value);
  if (text === undefined)
    return <FormulaInput label={label} value={value} isReadOnly={isReadOnly} onChange={onChange} />;
  return (
    <TextInput
      {...common}
      value={text}
      onChange={(event) => {
        onChange(fromTemplate(event.currentTarget.value));
      }}
    />
  );
}
