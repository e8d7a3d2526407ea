import { Budget } from '../expressions/budget.js';
import { evaluateWithin } from '../expressions/evaluate.js';
import { ExpressionError } from '../expressions/expression-error.js';
import { LIMITS } from '../expressions/limits.js';
import type { Json, JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import type { Said } from '../said.js';
import type { Step } from '../schema/step.js';
import type { Command, End } from './command.js';
import type { EntryOf, Journal, JournalEntry } from './journal.js';
import { RunBounds } from './run-bounds.js';
import type { Watcher } from './watcher.js';

/** Whether the steps after this one run, too. */
export type Flow = { next: 'go_on' } | { next: 'stop'; end: End };
export const GO_ON: Flow = { next: 'go_on' };

export type Running<Result = Flow> = Generator<Command, Result, JournalEntry>;

/** Handed down to the steps that hold steps, so that none of them imports the dispatcher. */
export type RunSteps = (steps: Step[], frame: Frame, pointer: string) => Running;

/** Something went wrong at a step; a `try` around it may deal with it. */
export class StepError extends Error {
  override readonly name = 'StepError';
  declare readonly message: Said;

  constructor(
    readonly path: string,
    readonly pointer: string,
    readonly errorClass: string,
    message: Said,
  ) {
    super(message);
  }
}

/** Where a step runs: what it can see, and what its path begins with. Each item of a loop has its own. */
export class Frame {
  readonly scope: JsonObject;

  constructor(
    private readonly root: JsonObject,
    private readonly journal: Journal,
    readonly bounds: RunBounds,
    readonly watcher: Watcher | undefined,
    private readonly outputs: JsonObject = {},
    private readonly prefix = '',
  ) {
    this.scope = { ...root, steps: outputs };
  }

  pathOf(step: Step): string {
    return this.prefix + step.id;
  }

  /** What a step gives to those after it. */
  keep(step: Step, output: Json): void {
    this.outputs[step.id] = output;
    // Of all that expressions can measure, only these two ever change.
    this.bounds.sizes.delete(this.outputs);
    this.bounds.sizes.delete(this.scope);
  }

  /** The frame of one item: it sees all that was there before the loop, and leaves nothing behind. */
  forItem(loop: Step, item: Json, index: number): Frame {
    const outputs = { ...this.outputs, [loop.id]: { item, index } };
    return new Frame(this.root, this.journal, this.bounds, this.watcher, outputs, `${this.pathOf(loop)}[${index}].`);
  }

  /** What can be seen now, which later steps do not change. */
  snapshot(): JsonObject {
    return { ...this.root, steps: { ...this.outputs } };
  }

  evaluate(step: Step, pointer: string, value: Json): Json {
    return this.evaluateAll(step, pointer, [['', value]])[0] ?? null;
  }

  /** The members are evaluated one by one: an input that is named like an operator is still an input. */
  evaluateInputs(step: Step, pointer: string, inputs: JsonObject): JsonObject {
    const members = Object.entries(inputs).map(([key, value]) => [pointerTo('', key), value] as const);
    const values = this.evaluateAll(step, pointer, members);
    return Object.fromEntries(Object.keys(inputs).map((key, index) => [key, values[index] ?? null]));
  }

  /** Gives the journal's answer to a command, or yields the command and takes the answer that comes back. */
  *ask<Kind extends JournalEntry['kind']>(command: Command, ...kinds: Kind[]): Running<EntryOf<Kind>> {
    const known = this.journal.find(command.path, command.kind === 'begin_wait' ? 'beginning' : 'result');
    const entry = known ?? (yield command);
    if (entry.path !== command.path || !isOneOf(entry, kinds)) {
      throw new Error(`"${command.kind}" at ${command.path} cannot be answered by "${entry.kind}" at ${entry.path}`);
    }
    return entry;
  }

  private evaluateAll(step: Step, pointer: string, values: (readonly [string, Json])[]): Json[] {
    const budget = new Budget(LIMITS, this.bounds.sizes);
    let place = '';
    try {
      return values.map(([tail, value]) => {
        place = tail;
        return evaluateWithin(budget, value, this.scope);
      });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new StepError(this.pathOf(step), pointer + place + error.pointer, 'validation', error.message);
    } finally {
      this.bounds.countWork(budget.spent);
    }
  }
}

function isOneOf<Kind extends JournalEntry['kind']>(entry: JournalEntry, kinds: Kind[]): entry is EntryOf<Kind> {
  return (kinds as string[]).includes(entry.kind); // widened to ask for a kind that may not be among them
}
