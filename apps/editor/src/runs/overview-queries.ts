import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  historyCountOutcomes,
  historyListFailureGroups,
  retryBatchesList,
  retryBatchesOne,
  retryBatchesPreview,
} from '../api/generated/sdk.gen.js';
import type { RetryBatch, RetryBatchRequest } from '../api/generated/types.gen.js';
import { isOpen } from '../format/period.js';
import { toRunQuery, type RunFilter } from './run-filter.js';

const LOOK_EVERY_MS = 15_000;
const WATCH_EVERY_MS = 1_000;

/** The period of the overview: the filter's, else the last seven days by the clock of whoever looks. */
export const withPeriod = (filter: RunFilter): RunFilter => (isOpen(filter) ? { ...filter, last: 'week' } : filter);

export const outcomesQuery = (filter: RunFilter) =>
  queryOptions({
    queryKey: ['run-overview', 'outcomes', filter],
    queryFn: ({ signal }) =>
      historyCountOutcomes({
        query: {
          ...toRunQuery(withPeriod(filter)),
          time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_EVERY_MS,
  });

/** Groups of the same period; which group or status is shown in the list makes no difference to them. */
export const failureGroupsQuery = ({ group: _group, status: _status, ...filter }: RunFilter) =>
  queryOptions({
    queryKey: ['run-overview', 'groups', filter],
    queryFn: ({ signal }) => historyListFailureGroups({ query: toRunQuery(withPeriod(filter)), signal }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_EVERY_MS,
  });

/** Which runs a bulk retry would take up now; asked anew each time. */
export const batchPreviewQuery = (wish: RetryBatchRequest) =>
  queryOptions({
    queryKey: ['bulk-retry', 'preview', wish],
    queryFn: ({ signal }) => retryBatchesPreview({ body: wish, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });

const isAtWork = (batch: RetryBatch): boolean =>
  batch.status === 'running' || (batch.status === 'stopped' && batch.open > 0);

/** The bulk retries that are at work, watched closely while there are any. */
export const batchesAtWorkQuery = queryOptions({
  queryKey: ['retry-batches'],
  queryFn: ({ signal }) => retryBatchesList({ signal }),
  select: ({ items }) => items.filter(isAtWork),
  refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) ? 3 * WATCH_EVERY_MS : 2 * LOOK_EVERY_MS),
});

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['retry-batches', id],
    queryFn: ({ signal }) => retryBatchesOne({ path: { id }, signal }),
    refetchInterval: ({ state }) => (!state.data || isAtWork(state.data) ? WATCH_EVERY_MS : false),
  });
