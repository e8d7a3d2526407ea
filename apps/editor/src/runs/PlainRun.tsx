import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Run } from '../api/generated/types.gen.js';
import { ChangeList } from '../changes/ChangeList.js';
import { JsonView } from '../json/JsonView.js';
import { FailureDetails } from '../parts/FailureDetails.js';
import { Notice } from '../parts/Notice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { RunActions } from './RunActions.js';
import { RunFacts } from './RunFacts.js';
import { RunStatus } from './RunStatus.js';
import { StepList } from './StepList.js';
import { useRunName } from './use-run-name.js';
import { Said } from '../texts/Said.js';

/** A run as a page to read from top to bottom: for narrow screens, and where its recipe cannot be drawn. */
export function PlainRun({ run }: { run: Run }) {
  const { t } = useTranslation();
  const nameOf = useRunName();
  return (
    <>
      <PageHead
        trail={
          <Anchor size="sm" renderRoot={(props) => <Link to="/runs" {...props} />}>
            {t('runs.title')}
          </Anchor>
        }
        title={nameOf(run)}
        lead={<RunStatus of={run.status} />}
        actions={<RunActions run={run} />}
      />
      <Stack gap="lg">
        {run.error && <FailureDetails failure={run.error} />}
        {run.error === null && run.reason !== null && (
          <Notice tone="plain">
            <Said text={run.reason} />
          </Notice>
        )}
        <Panel>
          <RunFacts run={run} />
        </Panel>
        <Changes run={run} />
        <section aria-labelledby="steps">
          <Title order={2} id="steps" mb="xs">
            {t('runs.steps')}
          </Title>
          <Panel flush>
            {run.steps.length > 0 ? (
              <StepList run={run} steps={run.steps} />
            ) : (
              <Text c="dimmed" p="lg">
                {t('runs.noSteps')}
              </Text>
            )}
          </Panel>
        </section>
        <section aria-labelledby="scope">
          <Title order={2} id="scope" mb="xs">
            {t('runs.scope')}
          </Title>
          <JsonView value={run.scope} label={t('runs.scope')} />
        </section>
      </Stack>
    </>
  );
}

function Changes({ run: { effects } }: { run: Run }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="changes">
      <Title order={2} id="changes" mb="xs">
        {t('runs.changes')}
      </Title>
      <Panel flush>
        {effects.length > 0 ? (
          <ChangeList changes={effects} />
        ) : (
          <Text c="dimmed" p="lg">
            {t('runs.noChanges')}
          </Text>
        )}
      </Panel>
    </section>
  );
}
