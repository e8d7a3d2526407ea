import { Button, Center, Skeleton, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import ListIcon from 'lucide-react/icons/list-checks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { isFiltered, type RunFilter } from './run-filter.js';
import { RunFilters } from './RunFilters.js';
import { RunTable } from './RunTable.js';
import classes from './RunsPage.module.css';
import { useIsAtRest } from './use-is-at-rest.js';
import { useRunList } from './use-run-list.js';

const route = getRouteApi('/runs');

/** What ran, what came of it, and what needs somebody. */
export function RunsPage() {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: RunFilter): void => void navigate({ search: next, replace: true });
  return (
    <>
      <PageHead title={t('runs.title')} lead={t('runs.lead')} />
      <RunFilters filter={filter} onChange={change} />
      <RunList
        key={JSON.stringify(filter)}
        filter={filter}
        onClear={() => {
          change({});
        }}
      />
    </>
  );
}

function RunList({ filter, onClear }: { filter: RunFilter; onClear: () => void }) {
  const { t } = useTranslation();
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
      <div role="status" className={classes.newcomers}>
        {newcomers > 0 && !isAtRest && (
          <Button size="compact-sm" radius="xl" onClick={showNew}>
            {t('runs.newcomers', { count: newcomers })}
          </Button>
        )}
      </div>
      <Panel flush>
        {list.rows.length === 0 ? (
          <NoRuns isFiltered={isFiltered(filter)} onClear={onClear} />
        ) : (
          <RunTable runs={list.rows} />
        )}
      </Panel>
      {list.moreFailed && list.error && (
        <FailureNotice error={list.error} title={t('runs.notLoaded')} onRetry={list.loadMore} />
      )}
      {list.hasMore && (
        <Center>
          <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
            {t('common.loadMore')}
          </Button>
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
    <Empty icon={ListIcon} title={t('runs.none.title')} text={t('runs.none.text')} />
  );
}
