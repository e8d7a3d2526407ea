import { ActionIcon, Text, Tooltip } from '@mantine/core';
import type { Json } from '@tandem/recipes';
import BracesIcon from 'lucide-react/icons/braces';
import PillIcon from 'lucide-react/icons/circle-plus';
import TextIcon from 'lucide-react/icons/text-cursor-input';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import { FormulaInput } from './FormulaInput.js';
import { LiveResult } from './LiveResult.js';
import { PillChip } from './PillChip.js';
import { PillPicker } from './PillPicker.js';
import { PlainInput } from './PlainInput.js';
import { fromTemplate, pillIn } from './template-text.js';
import { fitsPlainly, shownText } from './value-mode.js';
import type { ValueFieldProps } from './value-field-props.js';
import classes from './value.module.css';

/** One value of a step: typed, chosen, taken from earlier steps, or worked out by a formula. */
export function ValueField(props: ValueFieldProps) {
  const { label, about, isRequired = false, field, pointer, value, onChange } = props;
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const issue = useIssueAt(pointer);
  const [wantsFormula, setWantsFormula] = useState(false);
  const isFormula = wantsFormula || !fitsPlainly(value, field);
  const path = pillIn(value);
  const error = issue?.severity === 'error' ? issue.message : undefined;
  return (
    <div data-pointer={pointer}>
      <div className={classes.head}>
        <span className={classes.label}>
          {label}
          {isRequired && <span aria-hidden> *</span>}
        </span>
        {!isReadOnly && <Tools {...props} isFormula={isFormula} onMode={setWantsFormula} />}
      </div>
      {isFormula ? (
        <FormulaInput label={label} value={value} onChange={onChange} isReadOnly={isReadOnly} error={error} />
      ) : path !== undefined ? (
        <div className={classes.chipBox}>
          <PillChip
            path={path}
            onRemove={
              isReadOnly
                ? undefined
                : () => {
                    onChange(isRequired ? '' : undefined);
                  }
            }
          />
        </div>
      ) : (
        <PlainInput {...props} error={error} isReadOnly={isReadOnly} />
      )}
      {(isFormula || path !== undefined) && error !== undefined && path !== undefined && !isFormula && (
        <Text size="xs" c="error">
          {error}
        </Text>
      )}
      {issue?.severity === 'warning' && (
        <Text size="xs" c="dimmed" mt={3}>
          {issue.message}
        </Text>
      )}
      {issue?.suggestion !== undefined && (
        <Text size="xs" c="dimmed" mt={3}>
          {t('recipe.value.meant', { name: issue.suggestion })}
        </Text>
      )}
      {about !== undefined && !issue && (
        <Text size="xs" c="dimmed" mt={3}>
          {about}
        </Text>
      )}
      <LiveResult value={value} />
    </div>
  );
}

interface ToolsProps extends ValueFieldProps {
  isFormula: boolean;
  onMode: (wantsFormula: boolean) => void;
}

function Tools({ label, field, value, onChange, isFormula, onMode }: ToolsProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const take = (path: string): void => {
    setOpen(false);
    button.current?.focus();
    onMode(false);
    const isText = field.type === 'text' && field.choices === undefined && field.pickList === undefined;
    const text = isText && !isFormula ? shownText(value) : '';
    onChange(text === '' ? { var: path } : appended(text, path));
  };
  const canBePlain = fitsPlainly(value, field);
  return (
    <span className={classes.tools}>
      <Tooltip label={t('recipe.pills.insert')}>
        <span>
          <PillPicker
            isOpen={isOpen}
            onClose={() => {
              setOpen(false);
            }}
            onChoose={take}
          >
            <ActionIcon
              ref={button}
              size="sm"
              aria-label={t('recipe.pills.insertInto', { name: label })}
              onClick={() => {
                setOpen(!isOpen);
              }}
            >
              <PillIcon size={15} aria-hidden />
            </ActionIcon>
          </PillPicker>
        </span>
      </Tooltip>
      <Tooltip label={t(isFormula ? 'recipe.value.asValue' : 'recipe.value.asFormula')}>
        <ActionIcon
          size="sm"
          aria-label={t(isFormula ? 'recipe.value.asValueOf' : 'recipe.value.asFormulaOf', { name: label })}
          onClick={() => {
            if (isFormula && !canBePlain) onChange(undefined);
            onMode(!isFormula);
          }}
        >
          {isFormula ? <TextIcon size={15} aria-hidden /> : <BracesIcon size={15} aria-hidden />}
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

/** Text with a pill put behind it. */
const appended = (text: string, path: string): Json => {
  const before = /\s$/.test(text) ? text : `${text} `;
  return fromTemplate(`${before}{{${path}}}`);
};
