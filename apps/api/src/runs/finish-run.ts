import { Injectable } from '@nestjs/common';
import { said, verbatim, type End, type Failed, type Said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sqlOne, type Tx } from '../database/sql.js';
import { Meters } from '../metrics/meters.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { failureGroup } from './failure-group.js';
import { Carried } from './carried.js';
import { Journal } from './journal.js';
import type { RunRow } from './run-row.js';
import { isErrorClass, type StepError } from './step-error.js';

export type RunError = StepError & { path: string };

interface Closed {
  recipe: string;
  status: string;
  released: boolean;
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
      return this.close(lease, run, { status: `'failed'`, reason: end.error ? null : end.message, error }, last);
    }
    return this.close(lease, run, { status: SUCCESS, reason: end.message ?? null, error: null }, last);
  }

  async fail(lease: Lease, run: RunRow, error: RunError): Promise<void> {
    await this.close(lease, run, { status: `'failed'`, reason: null, error }, { carried: new Carried() });
  }

  /** Counts what has been committed, and nothing else. */
  private async close(
    lease: Lease,
    run: RunRow,
    { status, reason, error }: { status: typeof SUCCESS | `'failed'`; reason: string | null; error: RunError | null },
    { carried, release }: { carried: Carried; release?: string },
  ): Promise<boolean> {
    const released = release === undefined ? 'false' : 'exists (select 1 from released)';
    const closed = await this.lanes.fencedWrite<Closed>(
      lease,
      (writes) => {
        if (!carried.isEmpty) this.journal.writeCarried(writes, { run, carried });
        writes.add(
          'closed',
          `update run set status = ${status}, reason = $2, error = $3, failure_group = $4, due_at = null,
             waits_for = null, finished_at = now()
           from fence, recipe where run.id = $1 and recipe.id = run.recipe_id
           returning recipe.key as recipe, run.status`,
          [run.id, reason, error && jsonb(error), error && failureGroup({ recipe: run.recipe_id, error })],
        );
        if (release !== undefined) this.lanes.releaseIn(writes, release);
      },
      { select: `(select recipe from closed), (select status from closed), ${released} as released` },
    );
    this.journal.wroteCarried(carried);
    if (closed.recipe && closed.status) this.meters.runFinished(closed.recipe, closed.status);
    return closed.released ?? false;
  }
}

/**
 * A run that left something out on purpose, and said so in a note, differs from what it was asked to do. Notes come with
 * a plan, which is never carried.
 */
const SUCCESS = `case when exists (
    select 1 from step where run_id = $1 and notes is not null and jsonb_array_length(notes) > 0)
  then 'succeeded_with_differences' else 'succeeded' end`;

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
