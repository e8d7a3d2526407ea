import { Injectable } from '@nestjs/common';
import { ExpressionError, eventMatches, type EventAwaited, type JsonObject } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { sql } from '../database/sql.js';
import type { EventRow } from '../ingest/event-row.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { scopeOf } from './advance-run.js';
import { DriveRun, type Performer } from './drive-run.js';
import { Journal } from './journal.js';
import { toEntries } from './journal-entries.js';
import { RUN_WITH_SCOPE, type RunRow } from './run-row.js';

/** Lets the runs go on whose wait step was for this event. */
@Injectable()
export class ResumeWaits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: RecipeVersions,
    private readonly driveRun: DriveRun,
    private readonly journal: Journal,
    private readonly lanes: Lanes,
  ) {}

  /** Only runs of the event's own lane: waits are for what happens to the same deal or document. Safe to repeat. */
  async forEvent(lease: Lease, event: EventRow): Promise<void> {
    const waiting = await sql<RunRow>(
      this.dataSource.manager,
      `${RUN_WITH_SCOPE} where lane = $1 and status = 'waiting' and waits_for ->> 'kind' = 'event'
         and waits_for ->> 'connector' = $2 and waits_for ->> 'trigger' = $3 and event_id <> $4 order by seq`,
      [event.lane, event.connector, event.trigger, event.id],
    );
    for (const run of waiting) await this.resume(lease, run, event.data);
  }

  private async resume(lease: Lease, run: RunRow, event: JsonObject): Promise<void> {
    const awaited = await this.awaitedBy(run);
    if (!awaited || !isAwaited(awaited.event, event)) return;
    await this.lanes.fenced(lease, async (tx) => {
      await this.journal.waited(tx, run.id, awaited.path, { event, timed_out: false });
      await tx.query(`update run set status = 'queued', due_at = null, waits_for = null where id = $1`, [run.id]);
    });
  }

  /** Replays the run up to its wait: the condition may look at anything that the run knows. */
  private async awaitedBy(run: RunRow): Promise<{ path: string; event: EventAwaited } | undefined> {
    const recipe = await this.versions.version(run.recipe_id, run.recipe_version);
    const steps = await this.journal.load(run.id);
    let found: { path: string; event: EventAwaited } | undefined;
    const listener: Performer = {
      perform: () => Promise.resolve(undefined),
      beginWait: () => Promise.resolve(undefined),
      wait: (command) => {
        if (command.for.kind === 'event') found = { path: command.path, event: command.for };
        return Promise.resolve(undefined);
      },
      versionOfCall: ({ path }) => Promise.resolve(steps.find((step) => step.path === path)?.called ?? undefined),
      callEnded: () => Promise.resolve(),
    };
    await this.driveRun.drive(recipe, scopeOf(run), toEntries(steps), listener);
    return found;
  }
}

/** A condition that cannot be evaluated with this event is not met by it; the deadline still ends the wait. */
function isAwaited(awaited: EventAwaited, event: JsonObject): boolean {
  try {
    return eventMatches(awaited, event);
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
