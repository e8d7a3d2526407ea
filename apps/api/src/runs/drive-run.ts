import { Injectable } from '@nestjs/common';
import {
  type BeginWaitCommand,
  type CallCommand,
  type End,
  interpret,
  type JournalEntry,
  type PerformCommand,
  type Recipe,
  type RunScope,
  type Said,
  said,
  type WaitCommand,
  number,
} from '@tandem/recipes';
import { settingsWithDefaults } from '@tandem/recipes';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { entriesOfCall } from './journal-entries.js';

/** Recipes may call recipes, this deep. */
const MAX_CALL_DEPTH = 5;

/** Who performs the commands of a run. An undefined answer lets the run rest where it is. */
export interface Performer {
  perform(command: PerformCommand): Promise<JournalEntry | undefined>;
  beginWait(command: BeginWaitCommand): Promise<JournalEntry | undefined>;
  wait(command: WaitCommand): Promise<JournalEntry | undefined>;
  /** Answers which version of the called recipe this run took before, or fixes it now; undefined: no such recipe. */
  versionOfCall(command: CallCommand): Promise<{ recipeId: string; version: number } | undefined>;
  callEnded(command: CallCommand, entry: JournalEntry): Promise<void>;
}

interface Level {
  recipe: Recipe;
  scope: RunScope;
  entries: JournalEntry[];
  /** What the paths of this level begin with in the journal of the run. */
  prefix: string;
  depth: number;
}

/** Steps the interpreter through a run and the recipes that it calls. Decides nothing and writes nothing itself. */
@Injectable()
export class DriveRun {
  constructor(private readonly versions: RecipeVersions) {}

  /** Answers how the run ends; undefined when it rests. */
  async drive(
    recipe: Recipe,
    scope: RunScope,
    entries: JournalEntry[],
    performer: Performer,
  ): Promise<End | undefined> {
    return this.driveLevel({ recipe, scope, entries, prefix: '', depth: 0 }, performer);
  }

  private async driveLevel(level: Level, performer: Performer): Promise<End | undefined> {
    const interpreter = interpret(level.recipe, level.scope, level.entries);
    let result = interpreter.next();
    while (!result.done) {
      const command = { ...result.value, path: level.prefix + result.value.path };
      const entry = await this.answer(command, level, performer);
      if (!entry) return undefined;
      result = interpreter.next({ ...entry, path: result.value.path });
    }
    return result.value;
  }

  private answer(
    command: PerformCommand | BeginWaitCommand | WaitCommand | CallCommand,
    level: Level,
    performer: Performer,
  ): Promise<JournalEntry | undefined> {
    switch (command.kind) {
      case 'perform':
        return performer.perform(command);
      case 'begin_wait':
        return performer.beginWait(command);
      case 'wait':
        return performer.wait(command);
      case 'call':
        return this.call(command, level, performer);
    }
  }

  private async call(command: CallCommand, level: Level, performer: Performer): Promise<JournalEntry | undefined> {
    if (level.depth >= MAX_CALL_DEPTH)
      return refused(command, said`Recipes call each other more than ${number(MAX_CALL_DEPTH)} deep.`);
    const version = await performer.versionOfCall(command);
    if (!version) return refused(command, said`There is no published recipe “${command.recipe}” to call.`);
    const recipe = await this.versions.version(version.recipeId, version.version);
    const end = await this.driveLevel(
      {
        recipe,
        scope: { ...level.scope, trigger: command.input, settings: settingsWithDefaults(recipe, {}) },
        entries: entriesOfCall(level.entries, command.path.slice(level.prefix.length)),
        prefix: `${command.path}/`,
        depth: level.depth + 1,
      },
      performer,
    );
    if (!end) return undefined;
    const entry: JournalEntry =
      end.kind === 'succeeded'
        ? { path: command.path, kind: 'output', output: end.output ?? {} }
        : {
            path: command.path,
            kind: 'error',
            error: { class: end.error?.class ?? 'validation', message: end.message },
          };
    await performer.callEnded(command, entry);
    return entry;
  }
}

const refused = (command: CallCommand, message: Said): JournalEntry => ({
  path: command.path,
  kind: 'error',
  error: { class: 'validation', message },
});
