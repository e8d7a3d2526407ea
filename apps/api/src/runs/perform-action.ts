import { Injectable } from '@nestjs/common';
import {
  ConnectorError,
  type Action,
  type ActionContext,
  type Connector,
  type Plan,
  type WriteAction,
} from '@tandem/connectors';
import { said, type Action as ActionStep, type Json, type JsonObject } from '@tandem/recipes';
import { Clock } from '../clock/clock.js';
import { Connections, type OpenedConnection } from '../connections/connections.js';
import { KnownConnections } from '../connections/known-connections.js';
import { jsonb } from '../database/jsonb.js';
import { sentenceOf } from '../http/issues.js';
import { DatabaseFileStore } from './database-file-store.js';
import { Journal, type JournalPlace } from './journal.js';
import { Memory, type MemoryKey } from './memory.js';
import { UNDO_ACTION } from './undo-recipe.js';

/** An action with everything that it needs to run once. */
interface Prepared {
  action: Action<unknown>;
  context: ActionContext<unknown>;
  input: unknown;
  memory: MemoryKey | undefined;
}

/** Performs one action command: a read runs; a write is planned, journalled, applied. Results are left to be written. */
@Injectable()
export class PerformAction {
  constructor(
    private readonly connections: Connections,
    private readonly knownConnections: KnownConnections,
    private readonly files: DatabaseFileStore,
    private readonly memory: Memory,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Answers the step's output. `onWriting` is told when the first change may have been made. */
  async perform(place: JournalPlace, step: ActionStep, input: JsonObject, onWriting: () => void): Promise<Json> {
    return this.knownConnections.use(step.connector, (opened) =>
      this.performWith(opened, place, step, input, onWriting),
    );
  }

  private async performWith(
    opened: OpenedConnection,
    place: JournalPlace,
    step: ActionStep,
    input: JsonObject,
    onWriting: () => void,
  ): Promise<Json> {
    const stepKey = `${place.run.id}:${place.path}`;
    const { action, context, input: parsed, memory } = await this.prepare(opened, stepKey, step, input);
    if (action.effect === 'read') {
      const output = plainJson(await action.run(context, parsed));
      this.journal.read(place, { step, input }, output);
      return output;
    }
    const plan = await action.plan(context, parsed);
    await this.journal.planned(place, { step, input }, plan, memory);
    onWriting();
    const applied = await action.apply(context, plan, parsed);
    const output = plainJson(applied.output);
    this.journal.applied(place, { step, input }, { applied: { ...applied, output }, plan, memory });
    return output;
  }

  /** Reads for real, writes only as a plan: nothing is changed and nothing is journalled. */
  async preview(stepKey: string, step: ActionStep, input: JsonObject): Promise<{ output: Json } | { plan: Plan }> {
    return this.connections.use(step.connector, async (opened) => {
      const { action, context, input: parsed } = await this.prepare(opened, stepKey, step, input);
      if (action.effect === 'read') return { output: plainJson(await action.run(context, parsed)) };
      return { plan: await action.plan(context, parsed) };
    });
  }

  private async prepare(
    opened: OpenedConnection,
    stepKey: string,
    step: ActionStep,
    input: JsonObject,
  ): Promise<Prepared> {
    const action = actionOf(opened.connector, step.action);
    if (!action)
      throw new ConnectorError('validation', said`${opened.connector.title} has no action “${step.action}”.`);
    const parsed = parseInput(action, input);
    const memory = action.effect === 'write' ? memoryKeyOf(action, opened, parsed) : undefined;
    const remembered = memory && (await this.memory.recall(memory));
    const context = { gateway: opened.gateway, now: this.clock.now(), files: this.files, stepKey, remembered };
    return { action, context, input: parsed, memory };
  }
}

/** Recipes are validated against the offered actions, so that none of them can name the undo. */
const actionOf = ({ actions, undo }: Connector, key: string): Action<unknown> | undefined =>
  key === UNDO_ACTION ? undo : actions.find((candidate) => candidate.key === key);

function memoryKeyOf(action: WriteAction<unknown>, opened: OpenedConnection, input: unknown): MemoryKey | undefined {
  const key = action.memoryKey?.(input);
  return key === undefined ? undefined : { connectionId: opened.connectionId, action: action.key, key };
}

function parseInput(action: Action<unknown>, input: JsonObject): unknown {
  const parsed = action.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ConnectorError('validation', said`“${action.title}” was given inputs that do not fit.`, {
    problems: parsed.error.issues.map((issue) => ({
      subject: issue.path.map(String).join('.') || 'input',
      message: sentenceOf(issue),
    })),
    remedy: said`Open the recipe at this step and correct the named inputs.`,
  });
}

/** What the journal gives back on a replay is exactly what the first pass sees. */
const plainJson = (value: unknown): Json => JSON.parse(jsonb(value)) as Json;
