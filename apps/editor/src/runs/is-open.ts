import type { RunSummary } from '../api/generated/types.gen.js';

/** Whether a run has not ended yet. */
export const isOpen = ({ status }: Pick<RunSummary, 'status'>): boolean =>
  status === 'queued' || status === 'running' || status === 'waiting';
