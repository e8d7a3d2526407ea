import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/generated/types.gen.js';
import { ChangeList } from '../../changes/ChangeList.js';
import { JsonView } from '../../json/JsonView.js';
import { FailureDetails } from '../../parts/FailureDetails.js';
import { useEdit } from '../edit/edit-context.js';
import { useDescribeStep } from '../edit/use-describe.js';
import { entryOf } from '../model/outline.js';
import { stepOfPath } from './preview-states.js';
import classes from './test.module.css';
import { Remarks } from '../../parts/Remarks.js';

/** One step of a preview: what went in, and what came out or would change. */
export function PreviewedStep({ step }: { step: Preview['steps'][number] }) {
  const { t } = useTranslation();
  const { path, input, output, plan, error } = step;
  const name = useStepName(path);
  return (
    <Stack gap={6} className={classes.step}>
      <Text fw={600} className="wrap">
        {name}
      </Text>
      {error && <FailureDetails failure={error} />}
      {plan?.changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('recipe.test.nothing')}
        </Text>
      )}
      {plan && plan.changes.length > 0 && <ChangeList changes={plan.changes} />}
      {plan && plan.notes.length > 0 && <Remarks of={plan.notes} />}
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

/** "3.1 Add a note to a deal", with the turns of the loops around it. */
function useStepName(path: string): string {
  const { recipe, connectors } = useEdit();
  const describe = useDescribeStep(connectors, recipe.key);
  const entry = entryOf(recipe, stepOfPath(path));
  if (!entry) return path;
  const turns = [...path.matchAll(/\[(\d+)\]/g)].map(([, turn]) => ` #${Number(turn) + 1}`).join('');
  return `${entry.number} ${describe(entry.step).title}${turns}`;
}
