import { ActionIcon, Text, Tooltip } from '@mantine/core';
import type { Issue } from '@tandem/recipes';
import BracesIcon from 'lucide-react/icons/braces';
import TextIcon from 'lucide-react/icons/text-cursor-input';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import type { FieldType } from '../model/schema-field.js';
import { FormulaInput } from './FormulaInput.js';
import { insertPill } from './insert-pill.js';
import { InsertPill } from './InsertPill.js';
import { LiveResult } from './LiveResult.js';
import { PartsInput } from './PartsInput.js';
import { PillChip } from './PillChip.js';
import { PlainInput } from './PlainInput.js';
import { fromTemplate, pillIn } from './template-text.js';
import { fitsPlainly, isProse, partsOf, shownText } from './value-mode.js';
import type { ValueFieldProps } from './value-field-props.js';
import classes from './value.module.css';

/** One value of a step: typed, chosen, taken from earlier steps, or worked out by a formula. */
export function ValueField(props: ValueFieldProps) {
  const { label, about, isRequired = false, field, pointer, value, onChange } = props;
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const [wantsFormula, setWantsFormula] = useState(false);
  const isFormula = wantsFormula || !fitsPlainly(value, field);
  const parts = isFormula ? undefined : partsOf(value, field);
  const issue = useIssueAt(pointer, parts !== undefined); // each part says its own
  const path = pillIn(value);
  const caret = useRef<number | undefined>(undefined);
  const error = issue?.severity === 'error' ? issue.message : undefined;
  return (
    <div
      data-pointer={pointer}
      onSelect={({ target }) => {
        if (target instanceof HTMLTextAreaElement) caret.current = target.selectionEnd;
      }}
    >
      <div className={classes.head}>
        {props.lead}
        <span className={classes.label}>
          {label}
          {isRequired && props.tools === undefined && <span aria-hidden> *</span>}
        </span>
        {!isReadOnly && (
          <span className={classes.tools}>
            <Tools {...props} isFormula={isFormula} onMode={setWantsFormula} caret={caret} />
            {props.tools}
          </span>
        )}
      </div>
      {parts !== undefined && <About issue={issue}>{about}</About>}
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
      ) : parts !== undefined ? (
        <PartsInput {...props} parts={parts} isReadOnly={isReadOnly} Part={ValueField} />
      ) : (
        <PlainInput {...props} error={error} isReadOnly={isReadOnly} />
      )}
      {error !== undefined && !isFormula && (path !== undefined || parts !== undefined) && (
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
      {parts === undefined && (
        <>
          <About issue={issue}>{about}</About>
          <LiveResult value={value} />
        </>
      )}
    </div>
  );
}

/** What is to be known of a value, while nothing is wrong with it. */
function About({ issue, children }: { issue: Issue | undefined; children: string | undefined }) {
  if (children === undefined || issue) return null;
  return (
    <Text size="xs" c="dimmed" my={3}>
      {children}
    </Text>
  );
}

interface ToolsProps extends ValueFieldProps {
  isFormula: boolean;
  onMode: (wantsFormula: boolean) => void;
  /** Where in the text somebody was last, if anywhere. */
  caret: RefObject<number | undefined>;
}

function Tools({ label, field, pointer, value, onChange, isFormula, onMode, caret }: ToolsProps) {
  const { t } = useTranslation();
  const take = (path: string, type: FieldType): void => {
    onMode(false);
    if (!isFormula && Array.isArray(value) && value.length > 0 && type !== 'list' && type !== 'any') {
      onChange([...value, { var: path }], `/add${value.length}`); // one more beside those that are there
      return;
    }
    const text = isProse(field, pointer) && !isFormula ? shownText(value) : '';
    onChange(text === '' ? { var: path } : fromTemplate(insertPill(text, path, caret.current ?? text.length)));
  };
  const canBePlain = fitsPlainly(value, field);
  return (
    <>
      <InsertPill label={label} onChoose={take} />
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
    </>
  );
}
