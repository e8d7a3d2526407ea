import { Anchor, Button, Group, Skeleton, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import ListIcon from 'lucide-react/icons/list-checks';
import { useTranslation } from 'react-i18next';
import { historyListRuns } from '../api/generated/sdk.gen.js';
import { unlessTold } from '../live/live.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { HeldRuns } from '../runs/HeldRuns.js';
import { PausedAccounts } from './PausedAccounts.js';
import { currentStep } from './start-steps.js';
import type { Home } from './use-progress.js';

const FAILED_SHOWN = 3;

interface OverviewProps {
  home: Home;
  /** Back to where the guide was left. */
  onGuide: () => void;
}

/** What needs somebody, and what happened last. */
export function Overview({ home: { connections, runs, progress }, onGuide }: OverviewProps) {
  const { t } = useTranslation();
  const failed = useQuery({
    queryKey: ['runs', 'failed'],
    queryFn: ({ signal }) => historyListRuns({ query: { status: 'failed', limit: FAILED_SHOWN }, signal }),
    refetchInterval: unlessTold(10_000),
  });
  const allWork = connections.every(({ status }) => status === 'connected');
  const failures = failed.data?.items ?? [];
  if (failed.isPending) return <Skeleton height={420} radius="lg" />;
  return (
    <>
      <PageHead
        title={t('start.overview.title')}
        lead={t('start.overview.lead', { count: progress.switchedOn })}
        actions={
          currentStep(progress) !== undefined && (
            <Button variant="default" onClick={onGuide}>
              {t('start.overview.guide')}
            </Button>
          )
        }
      />
      <Stack gap="lg">
        <PausedAccounts of={connections} />
        {failed.isError && failed.data === undefined && (
          <FailureNotice error={failed.error} title={t('runs.notLoaded')} onRetry={() => void failed.refetch()} />
        )}
        {failures.length > 0 && (
          <section aria-labelledby="failed">
            <Head id="failed" title={t('start.overview.failed')} search={{ status: 'failed' }} />
            <Panel flush>
              <HeldRuns runs={failures} />
            </Panel>
          </section>
        )}
        {failures.length === 0 && allWork && failed.isSuccess && (
          <Notice tone="good">{t('start.overview.allWell')}</Notice>
        )}
        <section aria-labelledby="latest">
          <Head id="latest" title={t('start.overview.latest')} search={{}} />
          <Panel flush>
            {runs.length > 0 ? (
              <HeldRuns runs={runs} />
            ) : (
              <Empty icon={ListIcon} title={t('runs.none.title')} text={t('runs.none.text')} />
            )}
          </Panel>
        </section>
      </Stack>
    </>
  );
}

function Head({ id, title, search }: { id: string; title: string; search: { status?: 'failed' } }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" mb="xs">
      <Title order={2} id={id}>
        {title}
      </Title>
      <Anchor
        size="sm"
        aria-label={t('start.overview.allOf', { title })}
        renderRoot={(props) => <Link to="/runs" search={search} {...props} />}
      >
        {t('start.overview.all')}
      </Anchor>
    </Group>
  );
}
