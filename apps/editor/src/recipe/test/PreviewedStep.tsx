import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/generated/types.gen.js';
import { ChangeList } from '../../changes/ChangeList.js';
import { JsonView } from '../../json/JsonView.js';
import { FailureDetails } from '../../parts/FailureDetails.js';
import classes from './test.module.css';

/** One step of a preview: what went in, and what came out or would change. */
export function PreviewedStep({ step }: { step: Preview['steps'][number] }) {
  const { t } = useTranslation();
  const { path, input, output, plan, error } = step;
  return (
    <Stack gap={6} className={classes.step}>
      <Text fw={600} className="mono wrap">
        {path}
      </Text>
      {error && <FailureDetails failure={error} />}
      {plan?.changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('recipe.test.nothing')}
        </Text>
      )}
      {plan && plan.changes.length > 0 && <ChangeList changes={plan.changes} />}
      {plan?.notes.map(({ subject, message }) => (
        <Text key={subject + message} size="sm" c="dimmed">
          {subject}: {message}
        </Text>
      ))}
      <details>
        <summary className={classes.summary}>{t('recipe.test.input')}</summary>
        <JsonView value={input} label={t('recipe.test.input')} />
      </details>
      {output !== null && (
        <details>
          <summary className={classes.summary}>{t('recipe.test.output')}</summary>
          <JsonView value={output} label={t('recipe.test.output')} />
        </details>
      )}
    </Stack>
  );
}
