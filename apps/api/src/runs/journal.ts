import { Injectable } from '@nestjs/common';
import { UndoOutput, type Applied, type Note, type Plan } from '@tandem/connectors';
import { said, verbatim, type Action as ActionStep, type Json, type JournalEntry, type JsonObject } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sql, type Tx } from '../database/sql.js';
import type { Writes } from '../database/writes.js';
import { Ledger, type EffectSource } from '../ledger/ledger.js';
import { Meters } from '../metrics/meters.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { rememberIn, type MemoryKey } from './memory.js';
import type { RunRow, WaitsFor } from './run-row.js';
import { isErrorClass, type StepError } from './step-error.js';

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
}

/** An action as it stands in the recipe, with the input it was performed with. */
export interface PerformedAction {
  step: ActionStep;
  input: JsonObject;
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
      upsert(writes, place, done, { status: 'planned', plan, notes: plan.notes });
      this.ledger.replacePlanned(writes, sourceOf(place), plan.changes, 'planned');
      if (memory && plan.remember !== undefined) rememberIn(writes, memory, plan.remember);
    };
    if (!place.isAgain) {
      await this.lanes.fencedWrite(place.lease, write);
      return;
    }
    await this.lanes.fenced(place.lease, async (tx) => {
      await this.ledger.takeAsMade(tx, sourceOf(place), plan.changes);
      await this.lanes.fencedWrite(place.lease, write, { tx });
    });
  }

  async applied(
    place: JournalPlace,
    done: PerformedAction,
    applied: Applied<Json>,
    memory: MemoryKey | undefined,
  ): Promise<void> {
    const { undo_of: undoOf } = place.run;
    await this.lanes.fencedWrite(place.lease, (writes) => {
      upsert(writes, place, done, { status: 'succeeded', output: applied.output });
      this.ledger.replacePlanned(writes, sourceOf(place), applied.effects, 'applied');
      if (undoOf !== null) this.ledger.recordUndone(writes, undoOf, UndoOutput.parse(applied.output).undone);
      if (memory && applied.remember !== undefined) rememberIn(writes, memory, applied.remember);
    });
    this.meters.stepTried(done.step, 'succeeded');
  }

  async read(place: JournalPlace, done: PerformedAction, output: Json): Promise<void> {
    await this.lanes.fencedWrite(place.lease, (writes) => {
      upsert(writes, place, done, { status: 'succeeded', output });
    });
    this.meters.stepTried(done.step, 'succeeded');
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
          upsert(writes, place, done, { status, error: failure.error, attempts: failure.attempt });
        },
        { tx },
      );
      await tx.query(
        `insert into attempt (run_id, path, number, started_at, finished_at, error)
         select $1, $2, coalesce(max(number), 0) + 1, $3, now(), $4 from attempt where run_id = $1 and path = $2`,
        [place.run.id, place.path, place.startedAt, jsonb(failure.error)],
      );
      if (failure.final) await this.ledger.forgetPlanned(tx, sourceOf(place));
      await failure.then?.(tx);
    });
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
        [place.run.id, place.path, error ? 'failed' : 'succeeded', jsonb(output), jsonOrNull(error)],
      );
    });
  }
}

function upsert(
  writes: Writes,
  place: JournalPlace,
  { step, input }: PerformedAction,
  set: { status: string; attempts?: number; plan?: Plan; output?: Json; error?: StepError; notes?: Note[] },
): void {
  writes.add(
    'stepped',
    `insert into step (run_id, path, step_id, kind, connector, action, input, status, attempts, plan, output, error,
       notes, started_at, finished_at)
     select $1::uuid, $2::text, $3::text, 'action', $4::text, $5::text, $6::jsonb, $7::text, coalesce($8::int, 1),
       $9::jsonb, $10::jsonb, $11::jsonb, $12::jsonb, $13::timestamptz,
       case when $7::text in ('succeeded', 'failed') then now() end from fence
     on conflict (run_id, path) do update set
       status = excluded.status, input = excluded.input, finished_at = excluded.finished_at,
       attempts = coalesce($8::int, step.attempts), plan = coalesce(excluded.plan, step.plan),
       output = excluded.output, error = excluded.error, notes = coalesce(excluded.notes, step.notes)`,
    [
      place.run.id,
      place.path,
      step.id,
      step.connector,
      step.action,
      jsonb(input),
      set.status,
      set.attempts ?? null,
      jsonOrNull(set.plan),
      jsonOrNull(set.output),
      jsonOrNull(set.error),
      jsonOrNull(set.notes),
      place.startedAt,
    ],
  );
}

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : jsonb(value));

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
