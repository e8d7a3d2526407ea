import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsForm } from '../../settings/SettingsForm.js';
import type { SettingValues } from '../../settings/settings-form.js';
import { useEdit } from '../edit/edit-context.js';
import classes from './settings.module.css';

/** The form as the matrix shows it, to try; what is filled in here goes nowhere. */
export function SettingsPreview() {
  const { t } = useTranslation();
  const { recipe } = useEdit();
  const [tried, setTried] = useState<SettingValues>({});
  if (recipe.settings.length === 0) return null;
  const defaults = Object.fromEntries(recipe.settings.map((setting) => [setting.key, setting.default ?? null]));
  return (
    <div className={classes.preview} role="group" aria-label={t('recipe.settings.preview')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('recipe.settings.preview')}
      </Text>
      <SettingsForm
        recipe={recipe.key}
        settings={recipe.settings}
        values={{ ...defaults, ...tried }}
        problems={{}}
        onChange={setTried}
      />
    </div>
  );
}
