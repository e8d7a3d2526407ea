import { queryOptions } from '@tanstack/react-query';
import { backfillsDocuments, backfillsList } from '../api/generated/sdk.gen.js';
import type { Backfill, Backfills } from '../api/generated/types.gen.js';

const WATCH_EVERY_MS = 1_500;
const LOOK_EVERY_MS = 20_000;

export const isMoving = ({ status, runs }: Backfill): boolean =>
  status === 'counting' || status === 'running' || runs.open > 0;

/** Watched closely while one of them is at work. */
export const backfillsQuery = queryOptions({
  queryKey: ['backfills'],
  queryFn: ({ signal }) => backfillsList({ signal }),
  refetchInterval: ({ state }) => (state.data?.items.some(isMoving) === true ? WATCH_EVERY_MS : LOOK_EVERY_MS),
});

/** Puts the answer to a move into the list at once. */
export const withBackfill = (list: Backfills | undefined, changed: Backfill): Backfills => ({
  items:
    list?.items.some(({ id }) => id === changed.id) === true
      ? list.items.map((backfill) => (backfill.id === changed.id ? changed : backfill))
      : [changed, ...(list?.items ?? [])],
});

/** The documents that were left out, with why. */
export const leftOutQuery = (id: string, outcome: 'skipped' | 'failed') =>
  queryOptions({
    queryKey: ['backfills', id, outcome],
    queryFn: ({ signal }) => backfillsDocuments({ path: { id }, query: { outcome }, signal }),
    staleTime: 5_000,
  });
