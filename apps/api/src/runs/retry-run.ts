import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Automations } from '../automations/automations.js';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { sqlOne, type Tx } from '../database/sql.js';
import { conflict, notFound } from '../http/problem.js';
import { Lanes } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { latestFor, retryableRun, type Latest, type RetryMode } from './retryable.js';
import type { RunRow } from './run-row.js';

/** Takes up ended runs again, and stops those that have not begun. */
@Injectable()
export class RetryRun {
  constructor(
    private readonly dataSource: DataSource,
    private readonly automations: Automations,
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  /** Answers the run that goes on: the same when resumed, a new one when restarted. Throws 404, or 409 while it is open. */
  async retry(runId: string, mode: RetryMode): Promise<{ run_id: string }> {
    const { id, lane } = await this.dataSource.transaction((tx) => this.retryIn(tx, runId, mode));
    this.waker.wake(lane);
    return { run_id: id };
  }

  /** As `retry`, in the caller's transaction; the caller wakes the lane when it is committed. */
  async retryIn(tx: Tx, runId: string, mode: RetryMode): Promise<{ id: string; lane: string }> {
    const run = await retryableRun(tx, runId, mode);
    await this.lanes.markDue(tx, run.lane, this.clock.now());
    const id =
      mode === 'resume' ? await resume(tx, run) : await restart(tx, run, await latestFor(this.automations, run));
    return { id, lane: run.lane };
  }

  /** Ends a run that is queued or waiting. Throws 404, or 409 when it is at work or has ended. */
  async cancel(runId: string): Promise<void> {
    const cancelled = await sqlOne(
      this.dataSource.manager,
      `update run set status = 'cancelled', reason = 'Cancelled by a person.', due_at = null, waits_for = null, finished_at = now()
       where id = $1 and status in ('queued', 'waiting') returning id`,
      [runId],
    );
    if (cancelled) return;
    const run = await sqlOne<RunRow>(this.dataSource.manager, `select * from run where id = $1`, [runId]);
    if (!run) throw notFound(said`run ${runId}`);
    throw conflict(said`Only a queued or waiting run can be cancelled; this one is ${run.status}.`);
  }
}

/** What failed is forgotten (its attempts stay); all before it is kept. */
async function resume(tx: Tx, run: RunRow): Promise<string> {
  const failedAt = run.error?.path ?? null;
  await tx.query(
    `delete from step where run_id = $1 and status = 'failed' and (path = $2 or starts_with($2, path || '/'))`,
    [run.id, failedAt],
  );
  await tx.query(
    `update run set status = 'queued', error = null, failure_group = null, reason = null, finished_at = null, due_at = null, waits_for = null,
       call_class = 'retry'
     where id = $1`,
    [run.id],
  );
  return run.id;
}

async function restart(tx: Tx, run: RunRow, { version, settings, automationId }: Latest): Promise<string> {
  const id = uuid();
  await tx.query(
    `with started as (
       insert into run (id, event_id, recipe_id, recipe_version, automation_id, retry_of, lane, call_class, status,
         document_id, document_name, template_id, deal_id, occurred_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'retry', 'queued', $9, $10, $11, $12, $13) returning id)
     insert into run_scope (run_id, scope) select id, $8::jsonb from started`,
    [
      id,
      run.event_id,
      run.recipe_id,
      version,
      automationId,
      run.id,
      run.lane,
      jsonb({ trigger: run.scope.trigger, settings }),
      run.document_id,
      run.document_name,
      run.template_id,
      run.deal_id,
      run.occurred_at,
    ],
  );
  return id;
}
