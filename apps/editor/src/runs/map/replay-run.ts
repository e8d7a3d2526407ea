import { traceRun, type Json, type JournalEntry, type JsonObject, type Recipe, type TracedStep } from '@tandem/recipes';
import type { Run, Step } from '../../api/generated/types.gen.js';

export type Trace = ReadonlyMap<string, TracedStep>;

/**
 * Which steps a run came by and which ways it took, read from its journal by the interpreter that ran it. Where the
 * journal does not fit the recipe, only what the journal itself says.
 */
export function replayRun(recipe: Recipe, run: Pick<Run, 'id' | 'scope' | 'started_at' | 'steps'>): Trace {
  if (run.started_at === null) return new Map();
  const { trigger, settings } = run.scope as { trigger: JsonObject; settings: JsonObject }; // as the API describes it
  const scope = { trigger, settings, run: { id: run.id, started_at: run.started_at } };
  try {
    return traceRun(recipe, scope, run.steps.flatMap(toEntries));
  } catch {
    return new Map(run.steps.map((step) => [step.path, toTraced(step)]));
  }
}

/** The journal as the interpreter reads it. What is under way or to be tried again has no entry yet. */
function toEntries({ kind, path, status, started_at, output, error }: Step): JournalEntry[] {
  if (kind === 'wait') {
    const began: JournalEntry = { path, kind: 'waiting', since: started_at };
    const over = output as { event: Json; timed_out: boolean } | null;
    return status === 'succeeded' && over ? [began, { path, kind: 'waited', ...over }] : [began];
  }
  if (status === 'succeeded') return [{ path, kind: 'output', output }];
  if (status === 'failed' && error) return [{ path, kind: 'error', error }];
  return [];
}

const STATUS = {
  running: 'open',
  planned: 'open',
  waiting: 'open',
  succeeded: 'done',
  failed: 'failed',
} as const;

const toTraced = ({ path, step_id, status }: Step): TracedStep => ({
  path,
  stepId: step_id,
  status: STATUS[status],
  ways: [],
});
