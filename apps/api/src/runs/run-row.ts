import type { JsonObject } from '@tandem/recipes';
import type { StepError } from './step-error.js';

export type RunStatus =
  'queued' | 'running' | 'waiting' | 'succeeded' | 'succeeded_with_differences' | 'failed' | 'cancelled' | 'skipped';

/** Why a run rests. Only a retry and a paused connection hold back the runs behind it in the lane. */
export type WaitsFor =
  | { kind: 'retry' }
  | { kind: 'connection'; connector: string }
  | { kind: 'time'; path: string }
  | { kind: 'event'; path: string; connector: string; trigger: string };

/** A row of `run` with its scope, as RUN_WITH_SCOPE gives it. */
export interface RunRow {
  id: string;
  seq: string;
  event_id: string;
  recipe_id: string;
  recipe_version: number;
  automation_id: string | null;
  retry_of: string | null;
  /** The run whose changes this one takes back. */
  undo_of: string | null;
  lane: string;
  call_class: 'live' | 'retry' | 'backfill';
  status: RunStatus;
  reason: string | null;
  error: (StepError & { path: string }) | null;
  /** Fingerprint of the failure; null unless it has failed. */
  failure_group: string | null;
  scope: { trigger: JsonObject; settings: JsonObject };
  document_id: string | null;
  document_name: string | null;
  template_id: string | null;
  deal_id: string | null;
  occurred_at: Date;
  attempts: number;
  due_at: Date | null;
  waits_for: WaitsFor | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

/** Runs with what they knew from the beginning; put `where` and the rest behind it. A run without payloads is left out. */
export const RUN_WITH_SCOPE = `select run.*, run_scope.scope from run join run_scope on run_scope.run_id = run.id`;
