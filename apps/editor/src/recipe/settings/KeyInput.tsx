import { TextInput } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { isSettingKey, renameSetting } from '../model/setting-commands.js';

interface KeyInputProps {
  index: number;
  value: string;
  onChange: (recipe: Recipe, field: string) => void;
}

/** The name of a setting in formulas. Taken when the field is left, so that references follow whole words only. */
export function KeyInput({ index, value, onChange }: KeyInputProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const [draft, setDraft] = useState({ of: value, text: value });
  const text = draft.of === value ? draft.text : value;
  const isTaken = recipe.settings.some(({ key }, at) => at !== index && key === text);
  const error = isTaken
    ? t('recipe.settings.keyTaken')
    : isSettingKey(text)
      ? undefined
      : t('recipe.settings.keyUnfit');
  const take = (): void => {
    if (error !== undefined) setDraft({ of: value, text: value });
    else if (text !== value) onChange(renameSetting(recipe, index, text), 'setting key');
  };
  return (
    <TextInput
      size="xs"
      label={t('recipe.settings.key')}
      description={t('recipe.settings.keyAbout', { name: value })}
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
