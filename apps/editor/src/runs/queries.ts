import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { historyListRuns, historyRun, recipesList, recipeVersionsVersion } from '../api/generated/sdk.gen.js';
import { unlessTold } from '../live/live.js';
import { isOpen } from './is-open.js';
import { toRunQuery, type RunFilter } from './run-filter.js';

export const PAGE = 50;
const LOOK_EVERY_MS = 4_000;
const WATCH_EVERY_MS = 1_500;
/** While the stream tells of it. */
const WATCH_TOLD_MS = 5_000;

/** The pages that were read; they change only when a person asks for more. */
export const runPagesQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['runs', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      historyListRuns({
        query: { ...toRunQuery(filter), limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    // The first page has no cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    gcTime: 0, // who comes back wants to see what is newest
  });

/** The newest page, again and again. */
export const latestRunsQuery = (filter: RunFilter) =>
  queryOptions({
    queryKey: ['runs', 'latest', filter],
    queryFn: ({ signal }) => historyListRuns({ query: { ...toRunQuery(filter), limit: PAGE }, signal }),
    refetchInterval: unlessTold(LOOK_EVERY_MS),
  });

const watchEvery = unlessTold(WATCH_EVERY_MS, WATCH_TOLD_MS);

/** One run; watched closely until it has ended. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', 'one', id],
    queryFn: ({ signal }) => historyRun({ path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? watchEvery() : false),
  });

export const recipesQuery = queryOptions({
  queryKey: ['recipes'],
  queryFn: ({ signal }) => recipesList({ signal }),
  staleTime: 60_000,
});

/** A published version, as it was sent; it never changes. */
export const recipeVersionQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['recipes', key, 'versions', version, 'as sent'],
    queryFn: ({ signal }) => recipeVersionsVersion({ path: { key, version }, signal }),
    staleTime: Infinity,
  });
