import type { Json, JsonObject } from '../json.js';
import type { Action, Call, Wait } from '../schema/step.js';

/** Perform this action; answered by `output` or `error`. */
export interface PerformCommand {
  kind: 'perform';
  path: string;
  step: Action;
  input: JsonObject;
}

/** Write down the present instant, from which the wait is counted; answered by `waiting`. */
export interface BeginWaitCommand {
  kind: 'begin_wait';
  path: string;
  step: Wait;
}

/** Go on at an instant, or with the first matching event, at the latest at the deadline; answered by `waited`. */
export interface WaitCommand {
  kind: 'wait';
  path: string;
  step: Wait;
  for: { kind: 'until'; at: string } | EventAwaited;
}

export interface EventAwaited {
  kind: 'event';
  connector: string;
  trigger: string;
  /** JsonLogic over `event` and the scope; `eventMatches` evaluates it. */
  when: Json;
  deadline: string;
  /** What the run knows at this point. Not to be stored: replaying the journal gives it again. */
  scope: JsonObject;
}

/** Run another recipe with this as its `trigger`; answered by `output` (that of its `succeeded`) or `error`. */
export interface CallCommand {
  kind: 'call';
  path: string;
  step: Call;
  recipe: string;
  input: JsonObject;
}

export type Command = PerformCommand | BeginWaitCommand | WaitCommand | CallCommand;

export interface Succeeded {
  kind: 'succeeded';
  message?: string;
  /** What a recipe with a `call` trigger gives back. */
  output?: JsonObject;
}

export interface Failed {
  kind: 'failed';
  message: string;
  /** The step that failed or stopped; empty for the trigger's output. */
  path: string;
  /** Absent where the recipe itself chose to stop. The pointer leads to the place in the recipe. */
  error?: { class: string; message: string; pointer: string };
}

export type End = Succeeded | Failed;
