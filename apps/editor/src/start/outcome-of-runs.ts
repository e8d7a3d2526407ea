import type { RunSummary } from '../api/generated/types.gen.js';
import { isOpen } from '../runs/is-open.js';

/** Why nothing has changed yet. */
export type Outcome = { kind: 'working' } | { kind: 'unchanged' } | { kind: 'failed'; run: RunSummary };

/** What came of the runs so far, none of which has changed anything. @param runs newest first */
export function outcomeOf(runs: readonly RunSummary[]): Outcome {
  if (runs.some(isOpen)) return { kind: 'working' };
  const run = runs.find(({ status }) => status === 'failed');
  return run ? { kind: 'failed', run } : { kind: 'unchanged' };
}
