import type { Effect, RunSummary } from '../api/generated/types.gen.js';

const ENDED: ReadonlySet<RunSummary['status']> = new Set([
  'succeeded',
  'succeeded_with_differences',
  'failed',
  'cancelled',
]);

/** Whether a run has ended and something that it changed still stands, as far as the ledger knows. */
export const canBeUndone = (
  { status }: Pick<RunSummary, 'status'>,
  effects: readonly Pick<Effect, 'status'>[],
): boolean => ENDED.has(status) && effects.some((effect) => effect.status === 'applied');
