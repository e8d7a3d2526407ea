import { Logger } from '@nestjs/common';
import { BudgetSpent } from '@tandem/connectors';
import type { BeginWaitCommand, CallCommand, JournalEntry, PerformCommand, WaitCommand } from '@tandem/recipes';
import type { Clock } from '../clock/clock.js';
import { isBrokenOff } from '../database/is-unavailable.js';
import { jsonb } from '../database/jsonb.js';
import type { Tx } from '../database/sql.js';
import { type Lanes, LeaseLost, type Lease } from '../queue/lanes.js';
import type { RecipeVersions } from '../recipes/recipe-versions.js';
import type { Performer } from './drive-run.js';
import { Carried } from './carried.js';
import type { Journal, JournalPlace, StepRow } from './journal.js';
import type { PerformAction } from './perform-action.js';
import type { RunRow, WaitsFor } from './run-row.js';
import { outcomeOf, type Outcome, type Phase } from './step-error.js';

export interface LiveDependencies {
  versions: RecipeVersions;
  lanes: Lanes;
  journal: Journal;
  performAction: PerformAction;
  clock: Clock;
}

/** Performs the commands of one run for real and writes down what came of them. */
export class LivePerformer implements Performer {
  private readonly logger = new Logger('Run');
  private readonly known: Map<string, StepRow>;
  private readonly waitsBegun = new Map<string, Date>();
  /** What is still to be written when the run has ended. */
  readonly carried = new Carried();

  constructor(
    private readonly use: LiveDependencies,
    readonly lease: Lease,
    readonly run: RunRow,
    steps: StepRow[],
    private readonly stopping: () => boolean,
  ) {
    this.known = new Map(steps.map((step) => [step.path, step]));
  }

  async perform({ path, step, input }: PerformCommand): Promise<JournalEntry | undefined> {
    if (this.stopping() || this.carried.applied || this.carried.isHeavy) await this.flush();
    if (this.stopping()) return undefined;
    const place = this.placeOf(path);
    let phase: Phase = 'before_writing';
    try {
      const output = await this.use.performAction.perform(place, step, input, () => {
        phase = 'while_writing';
      });
      return { path, kind: 'output', output };
    } catch (thrown) {
      if (thrown instanceof LeaseLost || isBrokenOff(thrown)) throw thrown;
      if (thrown instanceof BudgetSpent) return this.queueForCalls(thrown);
      return this.failed(place, { step, input }, thrown, phase);
    }
  }

  beginWait({ path }: BeginWaitCommand): Promise<JournalEntry> {
    const since = this.use.clock.now();
    this.waitsBegun.set(path, since);
    return Promise.resolve({ path, kind: 'waiting', since: since.toISOString() });
  }

  async wait({ path, step, for: awaited }: WaitCommand): Promise<JournalEntry | undefined> {
    const now = this.use.clock.now();
    const until = new Date(awaited.kind === 'event' ? awaited.deadline : awaited.at);
    const since = this.known.get(path)?.started_at ?? this.waitsBegun.get(path) ?? now;
    const waitsFor: WaitsFor =
      awaited.kind === 'event'
        ? { kind: 'event', path, connector: awaited.connector, trigger: awaited.trigger }
        : { kind: 'time', path };
    await this.flush();
    await this.use.journal.waiting(this.placeOf(path, since), step.id, until, waitsFor);
    if (until > now) return undefined;
    const over = { event: null, timed_out: awaited.kind === 'event' };
    await this.use.lanes.fenced(this.lease, (tx) => this.use.journal.waited(tx, this.run.id, path, over));
    return { path, kind: 'waited', ...over };
  }

  async versionOfCall({ path, step, recipe }: CallCommand): Promise<{ recipeId: string; version: number } | undefined> {
    const known = this.known.get(path)?.called;
    if (known) return known;
    const published = await this.use.versions.publishedByKey(recipe);
    if (!published) return undefined;
    const called = { recipeId: published.recipeId, version: published.version };
    await this.flush();
    await this.use.journal.callBegan(this.placeOf(path), step.id, called);
    return called;
  }

  async callEnded({ path }: CallCommand, entry: JournalEntry): Promise<void> {
    await this.flush();
    await this.use.journal.callEnded(this.placeOf(path), entry);
  }

  private placeOf(path: string, startedAt = this.use.clock.now()): JournalPlace {
    const { lease, run, carried } = this;
    return { lease, run, path, startedAt, isAgain: this.known.has(path), carried };
  }

  private flush(): Promise<void> {
    return this.use.journal.flush(this);
  }

  private async failed(
    place: JournalPlace,
    done: Pick<PerformCommand, 'step' | 'input'>,
    thrown: unknown,
    phase: Phase,
  ): Promise<JournalEntry | undefined> {
    const earlier = this.known.get(place.path);
    const attempt = earlier ? earlier.attempts + 1 : 1;
    const firstAttemptAt = earlier?.started_at ?? place.startedAt;
    const outcome = outcomeOf(thrown, {
      phase,
      attempt,
      firstAttemptAt,
      now: this.use.clock.now(),
      random: Math.random(),
    });
    const { error } = outcome;
    if (error.class === 'bug') this.logger.error(`Run ${this.run.id}, step ${place.path}`, stackOf(thrown));
    await this.use.journal.failed(place, done, {
      error,
      attempt,
      final: outcome.kind === 'fail',
      then: (tx) => this.rest(tx, outcome, done.step.connector),
    });
    if (outcome.kind !== 'fail') return undefined;
    return { path: place.path, kind: 'error', error: { class: error.class, message: error.message } };
  }

  /** Nothing was tried and nothing failed: the run only comes back when there may be calls left for it. */
  private async queueForCalls({ message, retryAfterMs }: BudgetSpent): Promise<undefined> {
    const at = new Date(this.use.clock.now().getTime() + retryAfterMs);
    await this.flush();
    await this.use.lanes.fenced(this.lease, (tx) => this.restUntil(tx, message, at, { kind: 'retry' }));
    return undefined;
  }

  /** Puts the run to rest until the next attempt or until the connection works again. */
  private async rest(tx: Tx, outcome: Outcome, connector: string): Promise<void> {
    if (outcome.kind === 'fail') return;
    const waitsFor: WaitsFor = outcome.kind === 'retry' ? { kind: 'retry' } : { kind: 'connection', connector };
    await this.restUntil(tx, outcome.error.message, outcome.kind === 'retry' ? outcome.at : null, waitsFor);
    await tx.query(`update run set call_class = 'retry' where id = $1 and call_class = 'live'`, [this.run.id]);
  }

  private async restUntil(tx: Tx, reason: string, at: Date | null, waitsFor: WaitsFor): Promise<void> {
    await tx.query(`update run set status = 'waiting', reason = $2, due_at = $3, waits_for = $4 where id = $1`, [
      this.run.id,
      reason,
      at,
      jsonb(waitsFor),
    ]);
  }
}

const stackOf = (thrown: unknown): string | undefined => (thrown instanceof Error ? thrown.stack : undefined);
