import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview, Run } from '../api/generated/types.gen.js';
import { ChangeList } from '../changes/ChangeList.js';
import { FailureDetails } from '../parts/FailureDetails.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Notes } from '../runs/StepDetails.js';
import { useStepNames } from '../runs/use-step-names.js';
import { Said } from '../texts/Said.js';
import { WouldNotStart } from './WouldNotStart.js';

interface PreviewViewProps {
  preview: Preview;
  recipe: Run['recipe'];
}

/** What would happen now; nothing of it has been done. */
export function PreviewView({ preview, recipe }: PreviewViewProps) {
  const { t } = useTranslation();
  const nameOf = useStepNames(recipe, preview.steps);
  const changes = preview.steps.flatMap(({ plan }) => plan?.changes ?? []);
  const notes = preview.steps.flatMap(({ plan }) => plan?.notes ?? []);
  const failed = preview.steps.filter(({ error }) => error !== null);
  return (
    <Stack gap="sm">
      <WouldNotStart start={preview.start} />
      {failed.map((step) => step.error && <FailureDetails key={step.path} failure={step.error} title={nameOf(step)} />)}
      {failed.length === 0 && preview.end.kind === 'failed' && (
        <Notice tone="bad" title={t('preview.wouldFail')}>
          <Said text={preview.end.message} />
        </Notice>
      )}
      {changes.length > 0 ? (
        <>
          <Text fw={500}>{t('preview.wouldChange', { count: changes.length })}</Text>
          <Panel flush>
            <ChangeList changes={changes} />
          </Panel>
        </>
      ) : (
        failed.length === 0 && preview.end.kind === 'succeeded' && <Notice tone="good">{t('preview.allSo')}</Notice>
      )}
      <Notes notes={notes} />
    </Stack>
  );
}
