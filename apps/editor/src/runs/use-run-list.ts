import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RunPage } from '../api/generated/types.gen.js';
import { mergeRuns } from './merge-runs.js';
import { latestRunsQuery, runPagesQuery } from './queries.js';
import type { RunFilter } from './run-filter.js';

/**
 * The runs of a filter. Rows are brought up to date where they stand; what is new waits as `newcomers` until `showNew`
 * is called, so that nothing moves under the pointer.
 */
export function useRunList(filter: RunFilter) {
  const queryClient = useQueryClient();
  const pages = useInfiniteQuery(runPagesQuery(filter));
  const latest = useQuery({ ...latestRunsQuery(filter), enabled: pages.isSuccess });
  const shown = useMemo(() => pages.data?.pages.flatMap(({ items }) => items), [pages.data]);
  const merged = useMemo(() => mergeRuns(shown ?? [], latest.data?.items ?? []), [shown, latest.data]);

  const showNew = (): void => {
    const { queryKey } = runPagesQuery(filter);
    if (merged.hasGap) {
      void queryClient.resetQueries({ queryKey });
      return;
    }
    queryClient.setQueryData<InfiniteData<RunPage, string | null>>(queryKey, (data) => {
      const [first, ...others] = data?.pages ?? [];
      if (!data || !first) return data;
      const items = [...merged.newcomers, ...first.items].sort((one, other) => (one.id < other.id ? 1 : -1));
      return { ...data, pages: [{ ...first, items }, ...others] };
    });
  };

  return {
    rows: merged.rows,
    newcomers: merged.newcomers.length,
    showNew,
    isLoading: pages.isPending,
    error: pages.error,
    reload: () => void pages.refetch(),
    hasMore: pages.hasNextPage,
    /** How far back a text was looked for, where the search has not come to its end. */
    searchedTo: pages.data?.pages.at(-1)?.searched_to ?? null,
    loadMore: () => void pages.fetchNextPage(),
    isLoadingMore: pages.isFetchingNextPage,
    moreFailed: pages.isFetchNextPageError,
  };
}
