import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { isSettingKey } from '../model/setting-commands.js';

interface KeyInputProps {
  label: string;
  about?: string;
  value: string;
  /** The names that others have. */
  taken: readonly string[];
  onTake: (key: string) => void;
}

/** A name in formulas. Taken when the field is left, so that references follow whole words only. */
export function KeyInput({ label, about, value, taken, onTake }: KeyInputProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useEdit();
  const [draft, setDraft] = useState({ of: value, text: value });
  const text = draft.of === value ? draft.text : value;
  // A name that came with the recipe may be another than could be typed here.
  const isFit = text === value || isSettingKey(text);
  const error = taken.includes(text)
    ? t('recipe.settings.keyTaken')
    : isFit
      ? undefined
      : t('recipe.settings.keyUnfit');
  const take = (): void => {
    if (error !== undefined) setDraft({ of: value, text: value });
    else if (text !== value) onTake(text);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      description={about}
      classNames={{ input: 'mono' }}
      readOnly={isReadOnly}
      maxLength={64}
      spellCheck={false}
      value={text}
      error={error}
      onChange={({ currentTarget }) => {
        setDraft({ of: value, text: currentTarget.value });
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
