import { Button, Center, Group, Select, Skeleton, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import HistoryIcon from 'lucide-react/icons/history';
import { useTranslation } from 'react-i18next';
import { auditList } from '../api/generated/sdk.gen.js';
import { NO_PERIOD } from '../format/period.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { PeriodField } from '../parts/PeriodField.js';
import { ABOUT, readAuditFilter, toAuditQuery, type AuditFilter } from './audit-filter.js';
import { AuditEntryItem } from './AuditEntryItem.js';
import classes from './AuditPage.module.css';

const route = getRouteApi('/audit');
const PAGE = 50;

/** What people changed in Tandem itself, newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const filter = route.useSearch({ select: readAuditFilter, structuralSharing: true });
  const navigate = route.useNavigate();
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      auditList({
        query: { ...toAuditQuery(filter), limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null, // the first page has no cursor
    getNextPageParam: ({ next }) => next,
  });
  const entries = audit.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <Stack gap="md">
        <Filters filter={filter} onChange={(search) => void navigate({ search, replace: true })} />
        {audit.isPending && <Skeleton height={320} radius="lg" />}
        {audit.isError && entries.length === 0 && (
          <FailureNotice error={audit.error} title={t('audit.notLoaded')} onRetry={() => void audit.refetch()} />
        )}
        {audit.data && (
          <Panel flush>
            {entries.length === 0 ? (
              <Empty icon={HistoryIcon} title={t('audit.none.title')} text={t('audit.none.text')} />
            ) : (
              <ol className={classes.list}>
                {entries.map((entry) => (
                  <AuditEntryItem key={entry.id} entry={entry} />
                ))}
              </ol>
            )}
          </Panel>
        )}
        {audit.hasNextPage && (
          <Center>
            <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t('common.loadMore')}
            </Button>
          </Center>
        )}
      </Stack>
    </>
  );
}

function Filters({ filter, onChange }: { filter: AuditFilter; onChange: (filter: AuditFilter) => void }) {
  const { t } = useTranslation();
  return (
    <Group gap={8} role="search" aria-label={t('audit.filter.label')}>
      <Select
        aria-label={t('audit.filter.about')}
        placeholder={t('audit.filter.about')}
        data={ABOUT.map((about) => ({ value: about, label: t(`audit.about.${about}`) }))}
        value={filter.about ?? null}
        onChange={(value) => {
          onChange(readAuditFilter({ ...filter, about: value ?? undefined }));
        }}
        clearable
        clearButtonProps={{ 'aria-label': t('audit.filter.clear'), tabIndex: 0 }}
        w={200}
      />
      <PeriodField
        className={classes.period}
        period={filter}
        onChange={(period) => {
          onChange(readAuditFilter({ ...filter, ...NO_PERIOD, ...period }));
        }}
      />
    </Group>
  );
}
