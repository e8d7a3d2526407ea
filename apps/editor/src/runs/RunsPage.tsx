import { Button, Center, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import ListIcon from 'lucide-react/icons/list-checks';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { useFormat } from '../format/use-format.js';
import { BulkBar } from './BulkBar.js';
import type { BulkWish } from './bulk-wish.js';
import { batchesAtWorkQuery } from './overview-queries.js';
import { NewRunsPill } from './NewRunsPill.js';
import { OverviewSkeleton } from './OverviewSkeleton.js';
import { isFiltered, readRunFilter, type RunFilter } from './run-filter.js';
import { RunFilters } from './RunFilters.js';
import { RunTable } from './RunTable.js';
import { useIsAtRest } from './use-is-at-rest.js';
import { useRunList } from './use-run-list.js';
import { useSelection } from './use-selection.js';

const RunsOverview = lazily(async () => (await import('./RunsOverview.js')).RunsOverview);
const BulkRetryDialog = lazily(async () => (await import('./BulkRetryDialog.js')).BulkRetryDialog);
const RetryProgress = lazily(async () => (await import('./RetryProgress.js')).RetryProgress);

const route = getRouteApi('/runs');

/** What ran, what came of it, and what needs somebody. */
export function RunsPage() {
  const { t } = useTranslation();
  // An address may hold what other programs add to it.
  const filter = route.useSearch({ select: readRunFilter, structuralSharing: true });
  const navigate = route.useNavigate();
  const [wish, setWish] = useState<BulkWish>();
  const change = (next: RunFilter): void => void navigate({ search: next, replace: true });
  return (
    <>
      <PageHead
        title={t('runs.title')}
        lead={t('runs.lead')}
        actions={
          isFiltered(filter) && (
            <Button
              variant="default"
              onClick={() => {
                change({});
              }}
            >
              {t('runs.filter.clear')}
            </Button>
          )
        }
      />
      <RunFilters filter={filter} onChange={change} />
      <Suspense fallback={<OverviewSkeleton />}>
        <RunsOverview
          filter={filter}
          onRetry={({ id }) => {
            const { status: _, ...others } = filter;
            setWish({ filter: { ...others, group: id } });
          }}
        />
      </Suspense>
      <BulkAtWork />
      <RunList
        key={JSON.stringify(filter)}
        filter={filter}
        onRetry={setWish}
        onClear={() => {
          change({});
        }}
      />
      <Suspense>
        {wish && (
          <BulkRetryDialog
            wish={wish}
            onClose={() => {
              setWish(undefined);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** Bulk retries that are at work, whoever began them. */
function BulkAtWork() {
  const atWork = useQuery(batchesAtWorkQuery);
  return (
    <Suspense>
      {atWork.data?.map((batch) => (
        <Panel key={batch.id} mb="md">
          <RetryProgress batch={batch} />
        </Panel>
      ))}
    </Suspense>
  );
}

interface RunListProps {
  filter: RunFilter;
  onClear: () => void;
  onRetry: (wish: BulkWish) => void;
}

function RunList({ filter, onClear, onRetry }: RunListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const selection = useSelection();
  const list = useRunList(filter);
  const area = useRef<HTMLDivElement>(null);
  const isAtRest = useIsAtRest(area);
  const { newcomers, showNew } = list;
  useEffect(() => {
    if (newcomers > 0 && isAtRest) showNew();
  });
  if (list.error && list.rows.length === 0)
    return <FailureNotice error={list.error} title={t('runs.notLoaded')} onRetry={list.reload} />;
  if (list.isLoading) return <Skeleton height={320} radius="lg" />;
  return (
    <Stack gap="md" ref={area}>
      <NewRunsPill count={isAtRest ? 0 : newcomers} onShow={showNew} />
      <Panel flush>
        {list.rows.length === 0 ? (
          <NoRuns isFiltered={isFiltered(filter)} onClear={onClear} />
        ) : (
          <>
            <BulkBar filter={filter} selection={selection} onRetry={onRetry} />
            <RunTable runs={list.rows} selection={selection} />
          </>
        )}
      </Panel>
      {list.moreFailed && list.error && (
        <FailureNotice error={list.error} title={t('runs.notLoaded')} onRetry={list.loadMore} />
      )}
      {list.hasMore && (
        <Center>
          <Stack gap={6} align="center">
            {list.searchedTo !== null && (
              <Text size="sm" c="dimmed" role="status">
                {t('runs.search.upTo', { when: format.instant(list.searchedTo) })}
              </Text>
            )}
            <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
              {t(list.searchedTo === null ? 'common.loadMore' : 'runs.search.further')}
            </Button>
          </Stack>
        </Center>
      )}
    </Stack>
  );
}

function NoRuns({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  return isFiltered ? (
    <Empty
      icon={ListIcon}
      title={t('runs.none.filtered')}
      text={t('runs.none.filteredText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('runs.filter.clear')}
        </Button>
      }
    />
  ) : (
    <Empty
      icon={ListIcon}
      title={t('runs.none.title')}
      text={t('runs.none.text')}
      action={
        <Button component={Link} to="/templates">
          {t('start.steps.switchOn.action')}
        </Button>
      }
    />
  );
}
