import type { Json, JournalEntry } from '@tandem/recipes';
import type { StepRow } from './journal.js';

/** The journal as the interpreter reads it. Steps that are under way or to be tried again have no entry yet. */
export function toEntries(steps: StepRow[]): JournalEntry[] {
  return steps.flatMap((step) => (step.kind === 'wait' ? entriesOfWait(step) : entriesOfResult(step)));
}

/** The entries of a called recipe, whose paths begin with that of the call and a slash. */
export function entriesOfCall(entries: JournalEntry[], callPath: string): JournalEntry[] {
  const prefix = `${callPath}/`;
  return entries
    .filter((entry) => entry.path.startsWith(prefix))
    .map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
}

function entriesOfWait(step: StepRow): JournalEntry[] {
  const began: JournalEntry = { path: step.path, kind: 'waiting', since: step.started_at.toISOString() };
  if (step.status !== 'succeeded') return [began];
  const { event, timed_out } = step.output as { event: Json; timed_out: boolean }; // written by Journal.waited
  return [began, { path: step.path, kind: 'waited', event, timed_out }];
}

function entriesOfResult({ path, status, output, error }: StepRow): JournalEntry[] {
  if (status === 'succeeded') return [{ path, kind: 'output', output }];
  if (status === 'failed' && error)
    return [{ path, kind: 'error', error: { class: error.class, message: error.message } }];
  return [];
}
