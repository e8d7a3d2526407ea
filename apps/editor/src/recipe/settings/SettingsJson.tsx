import { Alert } from '@mantine/core';
import { Setting, type Json } from '@tandem/recipes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { MAX_SETTINGS } from '../model/setting-commands.js';
import { FormulaInput } from '../value/FormulaInput.js';
import type { SettingsProps } from './settings-props.js';

/** Settings as JSON; only what the schema takes goes into the recipe. */
export function SettingsJson({ onChange }: SettingsProps) {
  const { t } = useTranslation();
  const { recipe, isReadOnly } = useEdit();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const value: Json = JSON.parse(JSON.stringify(recipe.settings)) as Json; // a recipe is JSON
  return (
    <div>
      <FormulaInput
        label={t('recipe.about.settings')}
        value={value}
        isReadOnly={isReadOnly}
        error={problem}
        onChange={(next) => {
          const parsed = Setting.array().max(MAX_SETTINGS).safeParse(next);
          setProblem(parsed.error?.issues[0]?.message);
          if (parsed.success) onChange({ ...recipe, settings: parsed.data }, 'settings');
        }}
      />
      {problem !== undefined && (
        <Alert color="ochre" mt={6} p="xs">
          {t('recipe.about.settingsNotTaken')}
        </Alert>
      )}
    </div>
  );
}
