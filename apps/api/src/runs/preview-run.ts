import { Injectable } from '@nestjs/common';
import type { Plan } from '@tandem/connectors';
import type {
  CallCommand,
  End,
  Json,
  JournalEntry,
  JsonObject,
  PerformCommand,
  Recipe,
  WaitCommand,
} from '@tandem/recipes';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { DriveRun, type Performer } from './drive-run.js';
import { PerformAction } from './perform-action.js';
import type { Start } from './would-start.js';
import { toStepError, type StepError } from './step-error.js';

export interface PreviewedStep {
  path: string;
  connector: string | null;
  action: string | null;
  input: Json;
  /** What a read gave. A write gives nothing in a preview: pills into it are empty. */
  output: Json;
  /** What a write would change. */
  plan: Pick<Plan, 'changes' | 'notes'> | null;
  error: StepError | null;
}

export interface Preview {
  steps: PreviewedStep[];
  end: { kind: 'succeeded' | 'failed'; message: string | null };
  /** Of a document: whether it would start the recipe at all, as it is now. */
  start?: Start;
}

export interface PreviewRequest {
  recipe: Recipe;
  trigger: JsonObject;
  settings: JsonObject;
  /** What a run that is to be resumed has already done. */
  entries?: JournalEntry[];
}

/** Runs a recipe with every write left at its plan: reads the remotes, changes nothing and stores nothing. */
@Injectable()
export class PreviewRun {
  constructor(
    private readonly driveRun: DriveRun,
    private readonly performAction: PerformAction,
    private readonly versions: RecipeVersions,
    private readonly clock: Clock,
  ) {}

  async preview({ recipe, trigger, settings, entries = [] }: PreviewRequest): Promise<Preview> {
    const performer = new PreviewPerformer(this.performAction, this.versions, this.clock);
    const run = { id: uuid(), started_at: this.clock.now().toISOString() };
    const end = await this.driveRun.drive(recipe, { trigger, settings, run }, entries, performer);
    return { steps: performer.steps, end: shownEnd(end) };
  }
}

class PreviewPerformer implements Performer {
  readonly steps: PreviewedStep[] = [];

  constructor(
    private readonly performAction: PerformAction,
    private readonly versions: RecipeVersions,
    private readonly clock: Clock,
  ) {}

  async perform({ path, step, input }: PerformCommand): Promise<JournalEntry> {
    const shown = {
      path,
      connector: step.connector,
      action: step.action,
      input,
      output: null,
      plan: null,
      error: null,
    };
    try {
      const result = await this.performAction.preview(`preview:${path}`, step, input);
      const output = 'output' in result ? result.output : null;
      const plan = 'plan' in result ? { changes: result.plan.changes, notes: result.plan.notes } : null;
      this.steps.push({ ...shown, output, plan });
      return { path, kind: 'output', output: output ?? {} };
    } catch (thrown) {
      const error = toStepError(thrown, 'before_writing');
      this.steps.push({ ...shown, error });
      return { path, kind: 'error', error: { class: error.class, message: error.message } };
    }
  }

  beginWait({ path }: { path: string }): Promise<JournalEntry> {
    return Promise.resolve({ path, kind: 'waiting', since: this.clock.now().toISOString() });
  }

  /** A preview does not wait: it goes on as if the time had passed or the deadline had come. */
  wait({ path, step, for: awaited }: WaitCommand): Promise<JournalEntry> {
    const input = awaited.kind === 'event' ? { ...awaited, scope: null } : awaited;
    this.steps.push({
      path,
      connector: null,
      action: null,
      input: { ...input, step: step.id },
      output: null,
      plan: null,
      error: null,
    });
    return Promise.resolve({ path, kind: 'waited', event: null, timed_out: awaited.kind === 'event' });
  }

  async versionOfCall({ recipe }: CallCommand): Promise<{ recipeId: string; version: number } | undefined> {
    return (await this.versions.publishedByKey(recipe)) ?? undefined;
  }

  callEnded(): Promise<void> {
    return Promise.resolve();
  }
}

function shownEnd(end: End | undefined): Preview['end'] {
  if (!end) throw new Error('A preview never rests');
  return { kind: end.kind, message: end.message ?? null };
}
