import { Textarea } from '@mantine/core';
import type { Json } from '@tandem/recipes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFormula } from './read-formula.js';

interface FormulaInputProps {
  label: string;
  value: Json | undefined;
  onChange: (value: Json) => void;
  isReadOnly: boolean;
  error?: string | undefined;
}

/** JsonLogic, or any JSON, as text. What cannot be read yet stays in the field and out of the recipe. */
export function FormulaInput({ label, value, onChange, isReadOnly, error }: FormulaInputProps) {
  const { t } = useTranslation();
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  const [draft, setDraft] = useState({ of: written, text: written });
  // Undo, or somebody else, has changed the value: what is typed here is no longer about it.
  const text = draft.of === written ? draft.text : written;
  const read = text.trim() === '' ? undefined : readFormula(text);
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={3}
      maxRows={16}
      spellCheck={false}
      readOnly={isReadOnly}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.75rem' } }}
      value={text}
      error={read && 'problem' in read ? t('recipe.value.notJson') : error}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const next = readFormula(typed);
        if ('value' in next) {
          onChange(next.value);
          setDraft({ of: JSON.stringify(next.value, null, 2), text: typed });
        } else setDraft({ of: written, text: typed });
      }}
    />
  );
}
