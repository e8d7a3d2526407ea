import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { sqlOne, type Tx } from '../database/sql.js';
import { conflict, notFound } from '../http/problem.js';
import { Lanes } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { PreviewRun, type Preview } from './preview-run.js';
import { undoRecipe, undoTrigger, type UndoTrigger } from './undo-recipe.js';
import { standingChanges, undoableRun, type UndoableRun } from './undoable.js';

/** Takes back what a run changed: as a run of its own, in the same lane, planned before it is applied. */
@Injectable()
export class UndoRun {
  constructor(
    private readonly dataSource: DataSource,
    private readonly previewRun: PreviewRun,
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  /** What an undo would change now, and what it would leave alone and why. Throws 404, or 409 while the run is open. */
  async preview(runId: string): Promise<Preview> {
    const trigger = await this.dataSource.transaction(async (tx) => {
      await undoableRun(tx, runId);
      return undoTrigger(runId, await standingChanges(tx, runId));
    });
    return this.previewRun.preview({ recipe: undoRecipe(trigger), trigger, settings: {} });
  }

  /** Answers the run that takes it back. Throws 404, or 409 while the run is open or when nothing of it still stands. */
  async undo(runId: string): Promise<{ run_id: string }> {
    const { id, lane } = await this.dataSource.transaction(async (tx) => {
      const run = await undoableRun(tx, runId);
      const changes = await standingChanges(tx, runId);
      if (changes.length === 0) throw conflict(said`Nothing that this run changed is left to undo.`);
      await this.lanes.markDue(tx, run.lane, this.clock.now());
      return { id: await start(tx, run, undoTrigger(runId, changes), this.clock.now()), lane: run.lane };
    });
    this.waker.wake(lane);
    return { run_id: id };
  }
}

/** The wish is an event of its own, so that it has its place in the history; it has begun its run already. */
async function start(tx: Tx, run: UndoableRun, trigger: UndoTrigger, now: Date): Promise<string> {
  const id = uuid();
  const event = await sqlOne<{ id: string }>(
    tx,
    `insert into event (id, connection_id, connector, trigger, identity, subject_type, subject_id, subject_label, deal_id,
       template_id, complete, occurred_at, data, lane, status, matched_at)
     select $2, connection_id, connector, 'undo_requested', $3, subject_type, subject_id, subject_label, deal_id,
       template_id, true, $4, $5, lane, 'matched', $4
     from event where id = $1 returning id`,
    [run.event_id, uuid(), `undo:${id}`, now, jsonb({ undo_of: run.id })],
  );
  if (!event) throw notFound(said`event ${run.event_id}`);
  await tx.query(
    `with started as (
       insert into run (id, event_id, recipe_id, recipe_version, automation_id, undo_of, lane, status, document_id,
         document_name, template_id, deal_id, occurred_at)
       select $2, $3, recipe_id, recipe_version, automation_id, id, lane, 'queued', document_id,
         document_name, template_id, deal_id, $4
       from run where id = $1 returning id)
     insert into run_scope (run_id, scope) select id, $5::jsonb from started`,
    [run.id, id, event.id, now, jsonb({ trigger, settings: {} })],
  );
  return id;
}
