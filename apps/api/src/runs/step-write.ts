import type { Plan } from '@tandem/connectors';
import type { Action as ActionStep, Json, JsonObject } from '@tandem/recipes';
import type { WritePart, Writes } from '../database/writes.js';
import type { StepError } from './step-error.js';

/** An action as it stands in the recipe, with the input it was performed with. */
export interface PerformedAction {
  step: ActionStep;
  input: JsonObject;
}

/** A step as it is written down. */
export interface StepWrite extends PerformedAction {
  path: string;
  startedAt: Date;
  status: 'planned' | 'waiting' | 'succeeded' | 'failed';
  attempts?: number;
  plan?: Plan;
  output?: Json;
  error?: StepError;
}

const STEPPED: WritePart<ReturnType<typeof toRow>> = {
  name: 'stepped',
  columns: {
    ...{ run_id: 'uuid', path: 'text', step_id: 'text', connector: 'text', action: 'text', input: 'jsonb' },
    ...{ status: 'text', attempts: 'int', plan: 'jsonb', output: 'jsonb', error: 'jsonb', started_at: 'timestamptz' },
  },
  statements: {
    journalled: `
      insert into step (run_id, path, step_id, kind, connector, action, input, status, attempts, plan, output, error,
        notes, started_at, finished_at)
      select s.run_id, s.path, s.step_id, 'action', s.connector, s.action, s.input, s.status, coalesce(s.attempts, 1),
        s.plan, s.output, s.error, s.plan -> 'notes', s.started_at,
        case when s.status in ('succeeded', 'failed') then now() end
      from stepped s order by s.n
      on conflict (run_id, path) do update set
        status = excluded.status, input = excluded.input, finished_at = excluded.finished_at,
        attempts = case when excluded.status in ('waiting', 'failed') then excluded.attempts else step.attempts end,
        plan = coalesce(excluded.plan, step.plan), output = excluded.output, error = excluded.error,
        notes = coalesce(excluded.notes, step.notes)`,
  },
};

/** In the order given: they are shown by the order in which they were first written. A part of fenced writes. */
export function writeSteps(writes: Writes, runId: string, steps: StepWrite[]): void {
  writes.add(
    STEPPED,
    steps.map((step) => toRow(runId, step)),
  );
}

const toRow = (runId: string, { path, step, input, status, attempts, plan, output, error, startedAt }: StepWrite) => ({
  run_id: runId,
  path,
  step_id: step.id,
  connector: step.connector,
  action: step.action,
  input,
  status,
  attempts,
  plan,
  output,
  error,
  started_at: startedAt,
});
