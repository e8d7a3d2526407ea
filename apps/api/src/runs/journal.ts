import { Injectable } from '@nestjs/common';
import { UndoOutput, type Applied, type Plan } from '@tandem/connectors';
import { said, verbatim, type Json, type JournalEntry } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sql, type Tx } from '../database/sql.js';
import type { Writes } from '../database/writes.js';
import { Ledger, type EffectSource } from '../ledger/ledger.js';
import { Meters } from '../metrics/meters.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import type { Carried } from './carried.js';
import { rememberIn, type MemoryKey } from './memory.js';
import type { RunRow, WaitsFor } from './run-row.js';
import { isErrorClass, type StepError } from './step-error.js';
import { writeSteps, type PerformedAction, type StepWrite } from './step-write.js';

/** A row of `step` as PostgreSQL gives it. */
export interface StepRow {
  path: string;
  kind: 'action' | 'wait' | 'call';
  status: 'running' | 'planned' | 'waiting' | 'succeeded' | 'failed';
  attempts: number;
  output: Json;
  error: StepError | null;
  started_at: Date;
  /** The version of the recipe that a call runs. */
  called: { recipeId: string; version: number } | null;
}

/** Where in a run something is written down. */
export interface JournalPlace {
  lease: Lease;
  run: RunRow;
  path: string;
  /** When this attempt began. */
  startedAt: Date;
  /** The step was begun before: by an earlier attempt, or by a worker that died. */
  isAgain: boolean;
  carried: Carried;
}

/** What happened in a run, written down before and after it happens. Every write is fenced by the lane's lease. */
@Injectable()
export class Journal {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lanes: Lanes,
    private readonly ledger: Ledger,
    private readonly meters: Meters,
  ) {}

  load(runId: string): Promise<StepRow[]> {
    return sql(
      this.dataSource.manager,
      `select path, kind, status, attempts, output, error, started_at, case when kind = 'call' then input end as called
       from step where run_id = $1 order by seq`,
      [runId],
    );
  }

  /** The plan is on disk before anything of it is applied. */
  async planned(place: JournalPlace, done: PerformedAction, plan: Plan, memory: MemoryKey | undefined): Promise<void> {
    const write = (writes: Writes): void => {
      this.writeCarried(writes, place, [stepOf(place, done, { status: 'planned', plan })]);
      this.ledger.plan(writes, sourceOf(place), plan.changes, place);
      if (memory && plan.remember !== undefined) rememberIn(writes, memory, plan.remember);
    };
    if (!place.isAgain) {
      await this.lanes.fencedWrite(place.lease, write);
    } else {
      await this.lanes.fenced(place.lease, async (tx) => {
        await this.ledger.takeAsMade(tx, sourceOf(place), plan.changes);
        await this.lanes.fencedWrite(place.lease, write, tx);
      });
    }
    this.wroteCarried(place.carried);
  }

  /** Written with what comes next, which the caller sees to before it calls a remote again. */
  applied(
    place: JournalPlace,
    done: PerformedAction,
    { applied, plan, memory }: { applied: Applied<Json>; plan: Plan; memory: MemoryKey | undefined },
  ): void {
    const step = stepOf(place, done, { status: 'succeeded', output: applied.output });
    const asPlanned = applied.effects === plan.changes;
    place.carried.applied = { step, source: sourceOf(place), done: applied, asPlanned, memory };
  }

  /** Written with what comes next. */
  read(place: JournalPlace, done: PerformedAction, output: Json): void {
    place.carried.reads.push(stepOf(place, done, { status: 'succeeded', output }));
  }

  /** Writes what is carried, if it is anything. */
  async flush({ lease, run, carried }: Pick<JournalPlace, 'lease' | 'run' | 'carried'>): Promise<void> {
    if (carried.isEmpty) return;
    await this.lanes.fencedWrite(lease, (writes) => {
      this.writeCarried(writes, { run, carried });
    });
    this.wroteCarried(carried);
  }

  /** Parts of a fenced write: what is carried, then `steps`. Say wroteCarried when it is committed. */
  writeCarried(writes: Writes, { run, carried }: Pick<JournalPlace, 'run' | 'carried'>, steps: StepWrite[] = []): void {
    const { reads, applied } = carried;
    writeSteps(writes, run.id, [...reads, ...(applied ? [applied.step] : []), ...steps]);
    if (!applied) return;
    const { source, done, memory } = applied;
    this.ledger.apply(writes, source, done.effects, applied);
    if (run.undo_of !== null) this.ledger.recordUndone(writes, run.undo_of, UndoOutput.parse(done.output).undone);
    if (memory && done.remember !== undefined) rememberIn(writes, memory, done.remember);
  }

  /** Counts what has been committed, and nothing else. */
  wroteCarried(carried: Carried): void {
    for (const { step } of carried.reads) this.meters.stepTried(step, 'succeeded');
    if (carried.applied) this.meters.stepTried(carried.applied.step.step, 'succeeded');
    carried.reads = [];
    carried.applied = undefined;
  }

  /** Keeps the failed attempt; the step itself stays open for the next one unless the failure is final. */
  async failed(
    place: JournalPlace,
    done: PerformedAction,
    failure: { error: StepError; attempt: number; final: boolean; then?: (tx: Tx) => Promise<void> },
  ): Promise<void> {
    await this.lanes.fenced(place.lease, async (tx) => {
      const status = failure.final ? 'failed' : 'waiting';
      await this.lanes.fencedWrite(
        place.lease,
        (writes) => {
          const { error, attempt: attempts } = failure;
          this.writeCarried(writes, place, [stepOf(place, done, { status, error, attempts })]);
        },
        tx,
      );
      await tx.query(
        `insert into attempt (run_id, path, number, started_at, finished_at, error)
         select $1, $2, coalesce(max(number), 0) + 1, $3, now(), $4 from attempt where run_id = $1 and path = $2`,
        [place.run.id, place.path, place.startedAt, jsonb(failure.error)],
      );
      if (failure.final) await this.ledger.forgetPlanned(tx, sourceOf(place));
      await failure.then?.(tx);
    });
    this.wroteCarried(place.carried);
    this.meters.stepTried(done.step, failure.final ? 'failed' : 'retry');
  }

  /** A wait step has begun; its first instant is kept so that a replay computes the same deadline. */
  async waiting(place: JournalPlace, stepId: string, until: Date, waitsFor: WaitsFor): Promise<void> {
    await this.lanes.fenced(place.lease, async (tx) => {
      await tx.query(
        `insert into step (run_id, path, step_id, kind, status, started_at) values ($1, $2, $3, 'wait', 'waiting', $4)
         on conflict (run_id, path) do nothing`,
        [place.run.id, place.path, stepId, place.startedAt],
      );
      await tx.query(`update run set status = 'waiting', reason = null, due_at = $2, waits_for = $3 where id = $1`, [
        place.run.id,
        until,
        jsonb(waitsFor),
      ]);
    });
  }

  /** A wait step is over: its time has come, or `event` has. */
  async waited(tx: Tx, runId: string, path: string, output: { event: Json; timed_out: boolean }): Promise<void> {
    await tx.query(
      `update step set status = 'succeeded', output = $3, finished_at = now() where run_id = $1 and path = $2`,
      [runId, path, jsonb(output)],
    );
  }

  /** Fixes the version of the called recipe for this run, whatever is published meanwhile. */
  async callBegan(place: JournalPlace, stepId: string, called: NonNullable<StepRow['called']>): Promise<void> {
    await this.lanes.fenced(place.lease, async (tx) => {
      await tx.query(
        `insert into step (run_id, path, step_id, kind, status, input) values ($1, $2, $3, 'call', 'running', $4)
         on conflict (run_id, path) do nothing`,
        [place.run.id, place.path, stepId, jsonb(called)],
      );
    });
  }

  async callEnded(place: JournalPlace, entry: JournalEntry): Promise<void> {
    const output = entry.kind === 'output' ? entry.output : null;
    const error = entry.kind === 'error' ? calledError(entry.error) : undefined;
    await this.lanes.fenced(place.lease, async (tx) => {
      await tx.query(
        `update step set status = $3, output = $4, error = $5, finished_at = now() where run_id = $1 and path = $2`,
        [place.run.id, place.path, error ? 'failed' : 'succeeded', jsonb(output), error ? jsonb(error) : null],
      );
    });
  }
}

function stepOf(
  { path, startedAt }: JournalPlace,
  { step, input }: PerformedAction,
  set: Pick<StepWrite, 'status' | 'attempts' | 'plan' | 'output' | 'error'>,
): StepWrite {
  return { path, startedAt, step, input, ...set };
}

const sourceOf = ({ run, path }: JournalPlace): EffectSource => ({
  runId: run.id,
  path,
  dealId: run.deal_id,
  documentId: run.document_id,
});

/** A called recipe fails in words of its own; the step that failed inside it holds the details. */
const calledError = (error: { class: string; message: string }): StepError => ({
  class: isErrorClass(error.class) ? error.class : 'validation',
  message: verbatim(error.message),
  consequence: said`The called recipe stopped there.`,
  remedy: said`See the failed step of the called recipe.`,
  problems: [],
  remote_request_id: null,
});
