import type { RetryBatchRequest } from '../api/generated/types.gen.js';
import { toRunQuery, type RunFilter } from './run-filter.js';

/** Which runs are to be retried together: those that were ticked, or all that fit a filter. */
export type BulkWish = { ids: readonly string[] } | { filter: RunFilter };

export const toRequest = (wish: BulkWish, mode: RetryBatchRequest['mode']): RetryBatchRequest =>
  'ids' in wish ? { mode, run_ids: [...wish.ids] } : { mode, filter: toRunQuery(wish.filter) };

/** Whether a filter shows failures, so that “all of these” can be meant. */
export const showsFailures = (filter: RunFilter): boolean => filter.status === 'failed' || filter.group !== undefined;
