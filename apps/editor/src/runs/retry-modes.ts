import type { Retry, RunSummary } from '../api/generated/types.gen.js';
import type { RunStatus } from './run-filter.js';

export type RetryMode = Retry['mode'];

const MODES: Record<RunStatus, readonly RetryMode[]> = {
  queued: [],
  running: [],
  waiting: [],
  succeeded: ['restart'],
  succeeded_with_differences: ['restart'],
  failed: ['resume', 'restart'],
  cancelled: ['resume', 'restart'],
  skipped: ['restart'],
};

/** How a run can be taken up again, the likelier way first. */
export const retryModes = ({ status }: Pick<RunSummary, 'status'>): readonly RetryMode[] => MODES[status];

/** Only what has not begun, or waits, can be cancelled. */
export const canBeCancelled = ({ status }: Pick<RunSummary, 'status'>): boolean =>
  status === 'queued' || status === 'waiting';
