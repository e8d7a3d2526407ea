import { Text } from '@mantine/core';
import type { Issue } from '@tandem/recipes';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit, useIssueAt } from '../edit/edit-context.js';
import { FormulaInput } from './FormulaInput.js';
import { LiveResult } from './LiveResult.js';
import { PartsInput } from './PartsInput.js';
import { PillChip } from './PillChip.js';
import { PlainInput } from './PlainInput.js';
import { pillIn } from './template-text.js';
import { fitsPlainly, partsOf } from './value-mode.js';
import { useKeyboardAfterPill } from './use-keyboard-after-pill.js';
import type { ValueFieldProps } from './value-field-props.js';
import { ValueTools } from './ValueTools.js';
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
  const { box, takenOut } = useKeyboardAfterPill(path);
  return (
    <div
      ref={box}
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
            <ValueTools {...props} isFormula={isFormula} onMode={setWantsFormula} caret={caret} />
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
            {...(!isReadOnly && {
              onReplace: (next) => {
                onChange({ var: next });
              },
              onRemove: () => {
                takenOut();
                onChange(isRequired ? '' : undefined);
              },
            })}
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
