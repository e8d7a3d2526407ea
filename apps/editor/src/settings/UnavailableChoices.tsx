import { Anchor, Text } from '@mantine/core';
import type { PickListSource } from '@tandem/recipes';
import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.js';
import { lackingFor, type SettingValues } from './settings-form.js';
import type { Choices } from './use-choices.js';

interface UnavailableChoicesProps {
  source: PickListSource;
  values: SettingValues;
  choices: Choices;
}

/** Why there is nothing to choose, and what to do about it. */
export function UnavailableChoices({ source, values, choices }: UnavailableChoicesProps) {
  const { t } = useTranslation();
  if (lackingFor(source, values).length > 0)
    return (
      <Text size="sm" c="dimmed" mt={4}>
        {t('settings.chooseFirst')}
      </Text>
    );
  if (!choices.error) return null;
  const reason =
    choices.error instanceof Failure && choices.error.kind === 'refused'
      ? choices.error.message
      : t('common.unreachable');
  return (
    <Text size="sm" c="var(--mantine-color-error)" mt={4} role="alert">
      {reason}{' '}
      <Anchor component="button" type="button" size="sm" onClick={choices.reload}>
        {t('common.tryAgain')}
      </Anchor>
    </Text>
  );
}
