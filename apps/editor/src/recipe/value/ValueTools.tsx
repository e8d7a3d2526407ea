import { ActionIcon, Tooltip } from '@mantine/core';
import BracesIcon from 'lucide-react/icons/braces';
import TextIcon from 'lucide-react/icons/text-cursor-input';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType } from '../model/schema-field.js';
import { insertPill } from './insert-pill.js';
import { InsertPill } from './InsertPill.js';
import { fromTemplate } from './template-text.js';
import { fitsPlainly, isProse, shownText } from './value-mode.js';
import type { ValueFieldProps } from './value-field-props.js';

interface ToolsProps extends ValueFieldProps {
  isFormula: boolean;
  onMode: (wantsFormula: boolean) => void;
  /** Where in the text somebody was last, if anywhere. */
  caret: RefObject<number | undefined>;
}

/** The buttons of a field: a value from elsewhere, and its formula. */
export function ValueTools({ label, field, pointer, value, onChange, isFormula, onMode, caret }: ToolsProps) {
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
