import { Injectable } from '@nestjs/common';
import { said, verbatim, type End, type Failed, type Said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { sqlOne, type Tx } from '../database/sql.js';
import type { WritePart } from '../database/writes.js';
import { Meters } from '../metrics/meters.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { failureGroup } from './failure-group.js';
import { Carried } from './carried.js';
import { Journal } from './journal.js';
import type { RunRow } from './run-row.js';
import { isErrorClass, type StepError } from './step-error.js';

export type RunError = StepError & { path: string };

/** As ENDED answers. */
interface Ended {
  recipe: string;
  status: string;
}

/** Writes down how a run ended. */
@Injectable()
export class FinishRun {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly journal: Journal,
    private readonly meters: Meters,
  ) {}

  /**
   * Answers whether the lane was given back in the same commit.
   * @param last.carried what the run has done and not written down yet
   * @param last.release give the lane back if no work was marked in it since so many marks
   */
  async finish(lease: Lease, run: RunRow, end: End, last: { carried: Carried; release?: string }): Promise<boolean> {
    if (end.kind === 'failed') {
      await this.journal.flush({ lease, run, carried: last.carried }); // its error may be in there
      const error = await errorOf(this.dataSource.manager, run, end);
      return this.close(lease, run, { failed: true, reason: end.error ? null : end.message, error }, last);
    }
    return this.close(lease, run, { failed: false, reason: end.message ?? null, error: null }, last);
  }

  async fail(lease: Lease, run: RunRow, error: RunError): Promise<void> {
    await this.close(lease, run, { failed: true, reason: null, error }, { carried: new Carried() });
  }

  /** Counts what has been committed, and nothing else. */
  private async close(
    lease: Lease,
    run: RunRow,
    { failed, reason, error }: { failed: boolean; reason: string | null; error: RunError | null },
    { carried, release }: { carried: Carried; release?: string },
  ): Promise<boolean> {
    const written = await this.lanes.fencedWrite(lease, (writes) => {
      if (!carried.isEmpty) this.journal.writeCarried(writes, { run, carried });
      const group = error && failureGroup({ recipe: run.recipe_id, error });
      writes.add(ENDED, [{ id: run.id, failed, reason, error, failure_group: group }]);
      if (release !== undefined) this.lanes.releaseIn(writes, release);
    });
    this.journal.wroteCarried(carried);
    for (const { recipe, status } of written.of<Ended>(ENDED)) this.meters.runFinished(recipe, status);
    return this.lanes.wasReleased(written);
  }
}

/**
 * A run that left something out on purpose, and said so in a note, differs from what it was asked to do. Notes come with
 * a plan, which is never carried.
 */
const SUCCESS = `case when exists (
    select 1 from step where run_id = ended.id and notes is not null and jsonb_array_length(notes) > 0)
  then 'succeeded_with_differences' else 'succeeded' end`;

const ENDED: WritePart<{
  id: string;
  failed: boolean;
  reason: string | null;
  error: RunError | null;
  failure_group: string | null;
}> = {
  name: 'ended',
  columns: { id: 'uuid', failed: 'boolean', reason: 'text', error: 'jsonb', failure_group: 'text' },
  statements: {
    closed: `update run set status = case when ended.failed then 'failed' else ${SUCCESS} end, reason = ended.reason,
        error = ended.error, failure_group = ended.failure_group, due_at = null, waits_for = null, finished_at = now()
      from ended, recipe where run.id = ended.id and recipe.id = run.recipe_id
      returning ended.w, recipe.key as recipe, run.status`,
  },
  answer: 'select w, recipe, status from closed',
};

/** The failure as the failed step tells it; else in the words of the recipe or of the interpreter. */
async function errorOf(tx: Tx, run: RunRow, end: Failed): Promise<RunError> {
  const step = await sqlOne<{ error: StepError }>(
    tx,
    `select error from step where run_id = $1 and path = $2 and status = 'failed' and error is not null`,
    [run.id, end.path],
  );
  if (step && end.error) return { ...step.error, path: end.path };
  return {
    class: end.error && isErrorClass(end.error.class) ? end.error.class : 'validation',
    message: verbatim(end.message),
    consequence: said`The recipe stopped there; what it did before stands.`,
    remedy: end.error ? remedyAt(end.error.pointer) : said`The recipe itself stops here under this condition.`,
    problems: [],
    remote_request_id: null,
    path: end.path,
  };
}

const remedyAt = (pointer: string): Said =>
  pointer === ''
    ? said`Correct the recipe at this step, publish it and retry the run.`
    : said`Correct the recipe at ${pointer}, publish it and retry the run.`;
