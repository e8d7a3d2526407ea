import { Injectable, Logger } from '@nestjs/common';
import { isBrokenOff } from '../database/is-unavailable.js';
import type { WritePart } from '../database/writes.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { withLogFields } from '../logging/log-fields.js';
import { Lanes, LeaseLost, type Lease } from '../queue/lanes.js';
import { DriveRun } from './drive-run.js';
import { FinishRun } from './finish-run.js';
import { Journal, type StepRow } from './journal.js';
import { toEntries } from './journal-entries.js';
import { LivePerformer, type LiveDependencies } from './live-performer.js';
import { recipeOfRun } from './recipe-of-run.js';
import type { RunRow } from './run-row.js';
import { toStepError } from './step-error.js';
import { unfitSettings } from './unfit-settings.js';
import { Clock } from '../clock/clock.js';
import { PerformAction } from './perform-action.js';

/** How a run is to be taken up. */
export interface Advance {
  /** Nobody has worked on it before, and it is written down that we do. */
  isBegun: boolean;
  /** Asked before each command; the run then stays where it is for the next worker. */
  stopping: () => boolean;
  /** Nothing else is open in the lane: give it back with the end of the run, if no work was marked since so many marks. */
  release?: string;
}

/** `released`: it ended, and the lane was given back with it. */
export type Advanced = 'rests' | 'ended' | 'released';

const BEGUN: WritePart<{ id: string; started_at: Date }> = {
  name: 'begun',
  columns: { id: 'uuid', started_at: 'timestamptz' },
  statements: {
    taken_up: `update run set status = 'running', started_at = begun.started_at, due_at = null, waits_for = null,
        reason = null
      from begun where run.id = begun.id`,
  },
};

/** Takes one run as far as it goes: to its end, or to where it rests. */
@Injectable()
export class AdvanceRun {
  private readonly logger = new Logger('Run');
  private readonly live: LiveDependencies;

  constructor(
    private readonly versions: RecipeVersions,
    private readonly lanes: Lanes,
    private readonly journal: Journal,
    private readonly driveRun: DriveRun,
    private readonly finishRun: FinishRun,
    performAction: PerformAction,
    clock: Clock,
  ) {
    this.live = { versions, lanes, journal, performAction, clock };
  }

  advance(lease: Lease, row: RunRow, how: Advance): Promise<Advanced> {
    return withLogFields({ run_id: row.id }, () => this.advanceOnce(lease, row, how));
  }

  private async advanceOnce(lease: Lease, row: RunRow, how: Advance): Promise<Advanced> {
    const run = how.isBegun ? row : await this.begin(lease, row);
    try {
      const steps = how.isBegun || row.started_at === null ? [] : await this.journal.load(run.id);
      return await this.drive(lease, run, steps, how);
    } catch (error) {
      if (error instanceof LeaseLost || isBrokenOff(error)) throw error;
      this.logger.error(`Run ${run.id} met an unexpected error`, error instanceof Error ? error.stack : undefined);
      await this.finishRun.fail(lease, run, { ...toStepError(error, 'while_writing'), path: '' });
      return 'ended';
    }
  }

  private async drive(lease: Lease, run: RunRow, steps: StepRow[], how: Advance): Promise<Advanced> {
    const recipe = await recipeOfRun(this.versions, run);
    const unfit = steps.length === 0 ? unfitSettings(recipe, run.scope.settings) : undefined;
    if (unfit) {
      await this.finishRun.fail(lease, run, { ...unfit, path: '' });
      return 'ended';
    }
    const performer = new LivePerformer(this.live, lease, run, steps, how.stopping);
    const end = await this.driveRun.drive(recipe, scopeOf(run), toEntries(steps), performer);
    const { carried } = performer;
    if (!end) {
      await this.journal.flush({ lease, run, carried });
      return 'rests';
    }
    const { release } = how;
    const released = await this.finishRun.finish(lease, run, end, {
      carried,
      ...(release !== undefined && { release }),
    });
    return released ? 'released' : 'ended';
  }

  private async begin(lease: Lease, run: RunRow): Promise<RunRow> {
    const startedAt = run.started_at ?? this.live.clock.now();
    await this.lanes.fencedWrite(lease, (writes) => writes.add(BEGUN, [{ id: run.id, started_at: startedAt }]));
    return { ...run, status: 'running', started_at: startedAt };
  }
}

/** What the run has known from its beginning. */
export const scopeOf = (run: RunRow) => ({
  trigger: run.scope.trigger,
  settings: run.scope.settings,
  run: { id: run.id, started_at: (run.started_at ?? run.created_at).toISOString() },
});
