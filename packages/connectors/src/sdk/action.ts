import type { Json } from '@tandem/recipes';
import type { z } from 'zod';
import type { FileStore } from './file-store.js';
import type { Applied, Plan } from './plan.js';
import type { Said } from './said.js';

export interface ActionContext<Gateway> {
  gateway: Gateway;
  now: Date;
  files: FileStore;
  /** The same for every attempt of this step of this run: a marker by which a repeat finds what it already made. */
  stepKey: string;
  /** What the last plan of this action asked to be kept under its memory key. */
  remembered: Json | undefined;
}

interface Described<Input extends z.ZodType, Output extends z.ZodType> {
  key: string;
  title: Said;
  description: Said;
  /** A strict object. `.meta({pickList, dependsOn})` on a property offers choices in forms. */
  input: Input;
  output: Output;
}

export interface ReadAction<
  Gateway,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends Described<Input, Output> {
  effect: 'read';
  run(context: ActionContext<Gateway>, input: z.output<Input>): Promise<z.output<Output>>;
}

export interface WriteAction<
  Gateway,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends Described<Input, Output> {
  effect: 'write';
  /** Actions that share a memory key share what is remembered, e.g. `${deal}:${document}`. */
  memoryKey?(input: z.output<Input>): string;
  /** Reads only. Everything that can be refused is refused here, before anything is written. */
  plan(context: ActionContext<Gateway>, input: z.output<Input>): Promise<Plan>;
  /** Makes the planned changes and nothing else; with an empty plan it writes nothing. */
  apply(context: ActionContext<Gateway>, plan: Plan, input: z.output<Input>): Promise<Applied<z.output<Output>>>;
}

export type Action<Gateway> = ReadAction<Gateway> | WriteAction<Gateway>;

export function defineRead<Gateway>() {
  return <Input extends z.ZodType, Output extends z.ZodType>(
    action: Omit<ReadAction<Gateway, Input, Output>, 'effect'>,
  ): ReadAction<Gateway, Input, Output> => ({ ...action, effect: 'read' });
}

export function defineWrite<Gateway>() {
  return <Input extends z.ZodType, Output extends z.ZodType>(
    action: Omit<WriteAction<Gateway, Input, Output>, 'effect'>,
  ): WriteAction<Gateway, Input, Output> => ({ ...action, effect: 'write' });
}
