import { type JsonObject, said } from '@tandem/recipes';
import type { Automations } from '../automations/automations.js';
import { sqlOne, type Tx } from '../database/sql.js';
import { conflict, notFound } from '../http/problem.js';
import type { RunRow, RunStatus } from './run-row.js';

/** resume: from the failed step on, with the version it had. restart: from the start, on the latest version and settings. */
export type RetryMode = 'resume' | 'restart';

/** What a restarted run takes. */
export interface Latest {
  version: number;
  settings: JsonObject;
  automationId: string | null;
}

export const RETRYABLE: Record<RetryMode, readonly RunStatus[]> = {
  resume: ['failed', 'cancelled'],
  restart: ['failed', 'cancelled', 'skipped', 'succeeded', 'succeeded_with_differences'],
};

/** The run, locked until the transaction ends. Throws 404, or 409 while it is open or when its payloads are gone. */
export async function retryableRun(tx: Tx, runId: string, mode: RetryMode): Promise<RunRow> {
  const run = await sqlOne<Omit<RunRow, 'scope'> & { scope: RunRow['scope'] | null }>(
    tx,
    `select run.*, run_scope.scope from run left join run_scope on run_scope.run_id = run.id
     where run.id = $1 for update of run`,
    [runId],
  );
  if (!run) throw notFound(said`run ${runId}`);
  const { scope } = run;
  if (!scope) throw conflict(said`The run is so old that what it worked with is no longer kept.`);
  if (mode === 'restart' && run.undo_of !== null)
    throw conflict(said`An undo is not started again; undo the run that it was for.`);
  if (RETRYABLE[mode].includes(run.status)) return { ...run, scope };
  throw conflict(said`A run that is ${run.status} cannot be ${mode === 'resume' ? 'resumed' : 'started again'}.`);
}

/** Throws 409 when the recipe is no longer published or its automation is off. */
export async function latestFor(automations: Automations, run: RunRow): Promise<Latest> {
  const [effective] = await automations.effectiveFor(run.recipe_id, run.template_id);
  if (!effective) throw conflict(said`The recipe of this run is no longer published.`);
  if (!effective.enabled) throw conflict(said`The automation is switched off for this template; switch it on first.`);
  return { version: effective.version, settings: effective.settings, automationId: effective.automationId };
}

/** Whether a path is the step that ended the run, or a call around it. */
export const isWhereItFailed = (run: RunRow, path: string): boolean =>
  run.error !== null && (run.error.path === path || run.error.path.startsWith(`${path}/`));
