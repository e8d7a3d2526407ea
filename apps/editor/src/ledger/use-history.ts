import { useInfiniteQuery } from '@tanstack/react-query';
import { historyListEffects, historyListEvents, historyListRuns } from '../api/generated/sdk.gen.js';
import { unlessTold } from '../live/live.js';
import type { Subject } from './subject.js';

const PAGE = 100;
const LOOK_EVERY_MS = 5_000;

interface Page<T> {
  items: T[];
  next: string | null;
}
type Read<T> = (query: { limit: number; before?: string }, signal: AbortSignal) => Promise<Page<T>>;

function usePages<T>(name: string, { kind, id }: Subject, read: Read<T>) {
  const query = useInfiniteQuery({
    queryKey: ['ledger', name, kind, id],
    queryFn: ({ pageParam, signal }) =>
      read({ limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) }, signal),
    initialPageParam: null as string | null, // the first page has no cursor
    getNextPageParam: ({ next }) => next,
    refetchInterval: unlessTold(LOOK_EVERY_MS),
  });
  return {
    ...query,
    list: { items: query.data?.pages.flatMap(({ items }) => items) ?? [], hasMore: query.hasNextPage },
  };
}

/** Events, runs and effects of a deal or a document, read page by page. */
export function useHistory(subject: Subject) {
  const { kind, id } = subject;
  const ofSubject = kind === 'deal' ? { deal: id } : { document: id };
  const ofEvent = kind === 'deal' ? { deal: id } : { subject: id };
  const all = [
    usePages('events', subject, (query, signal) => historyListEvents({ query: { ...query, ...ofEvent }, signal })),
    usePages('runs', subject, (query, signal) => historyListRuns({ query: { ...query, ...ofSubject }, signal })),
    usePages('effects', subject, (query, signal) => historyListEffects({ query: { ...query, ...ofSubject }, signal })),
  ] as const;
  const [events, runs, effects] = all;
  return {
    events: events.list,
    runs: runs.list,
    effects: effects.list,
    isLoading: all.some(({ isPending }) => isPending),
    /** Why a part of it is not known at all; what was known before stays. */
    error: all.find(({ data, error }) => error !== null && data === undefined)?.error ?? null,
    reload: () => {
      for (const { refetch } of all) void refetch();
    },
    hasMore: all.some(({ hasNextPage }) => hasNextPage),
    isLoadingMore: all.some(({ isFetchingNextPage }) => isFetchingNextPage),
    loadMore: () => {
      for (const { hasNextPage, fetchNextPage } of all) if (hasNextPage) void fetchNextPage();
    },
  };
}
