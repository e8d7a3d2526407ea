import { Box, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isUnreachable } from '../api/failure.js';
import type { FailureGroup } from '../api/generated/types.gen.js';
import { usePeriodText } from '../format/use-period-text.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Panel } from '../parts/Panel.js';
import { FailureGroupList } from './FailureGroupList.js';
import { OverviewSkeleton } from './OverviewSkeleton.js';
import { OutcomeChart } from './OutcomeChart.js';
import { sumsOf, totalOf } from './outcomes.js';
import { failureGroupsQuery, outcomesQuery, withPeriod } from './overview-queries.js';
import type { RunFilter } from './run-filter.js';
import classes from './RunsOverview.module.css';

interface RunsOverviewProps {
  filter: RunFilter;
  onRetry: (group: FailureGroup) => void;
}

/** What the period looks like, and what went wrong in it. Stays away where there is nothing to see. */
export function RunsOverview({ filter, onRetry }: RunsOverviewProps) {
  const { t } = useTranslation();
  const outcomes = useQuery(outcomesQuery(filter));
  const groups = useQuery(failureGroupsQuery(filter));
  const period = usePeriodText()(withPeriod(filter));
  const hasRuns = outcomes.data !== undefined && totalOf(sumsOf(outcomes.data.buckets)) > 0;
  const failures = groups.data?.items ?? [];
  const broken = [outcomes, groups].find(({ error }) => error !== null && !isUnreachable(error));
  if (outcomes.isPending || groups.isPending) return <OverviewSkeleton />;
  if (broken?.error)
    return (
      <Box mb="md">
        <FailureNotice
          error={broken.error}
          title={t('runs.chart.notLoaded')}
          onRetry={() => void Promise.all([outcomes.refetch(), groups.refetch()])}
        />
      </Box>
    );
  if (!hasRuns && failures.length === 0) return null;
  return (
    <div className={classes.overview} aria-busy={outcomes.isPlaceholderData || groups.isPlaceholderData}>
      {hasRuns && (
        <Panel labelledBy="runs-over-time">
          <Head id="runs-over-time" title={t('runs.chart.title')} period={period} />
          <OutcomeChart outcomes={outcomes.data} />
          {!outcomes.data.is_complete && <Bounded text={t('runs.chart.bounded')} />}
        </Panel>
      )}
      {failures.length > 0 && (
        <Panel labelledBy="failures-by-cause">
          <Head id="failures-by-cause" title={t('runs.groups.title')} period={period} />
          <FailureGroupList groups={failures} filter={filter} onRetry={onRetry} />
          {groups.data?.is_complete === false && <Bounded text={t('runs.groups.bounded')} />}
        </Panel>
      )}
    </div>
  );
}

const Head = ({ id, title, period }: { id: string; title: string; period: string }) => (
  <div className={classes.head}>
    <Title order={2} id={id}>
      {title}
    </Title>
    <Text size="sm" c="dimmed">
      {period}
    </Text>
  </div>
);

const Bounded = ({ text }: { text: string }) => (
  <Text size="sm" c="dimmed" mt={8}>
    {text}
  </Text>
);
