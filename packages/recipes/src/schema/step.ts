import { z } from 'zod';
import type { Json } from '../json.js';
import { said } from '../said.js';

/** A literal, or JsonLogic: an object with exactly one key that is an operator of expressions/operators.ts. */
export const Value: z.ZodType<Json> = z.json().meta({ id: 'Value' });

const StepId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, said`A step id is lower case letters, digits and _, and starts with a letter`);
const Inputs = z.record(z.string(), Value);
const Steps: z.ZodType<Step[]> = z.lazy(() => z.array(Step));

const common = {
  id: StepId,
  title: z.string().max(200).optional(),
  notes: z.string().max(5000).optional(),
  skip: z.literal(true).optional().describe('Kept in the recipe, passed over in a run'),
};

export const Action = z.strictObject({
  ...common,
  kind: z.literal('action'),
  connector: z.string(),
  action: z.string(),
  input: Inputs,
});
export type Action = z.infer<typeof Action>;

const Branch = z.strictObject({
  title: z.string().max(200).optional(),
  when: Value,
  steps: Steps,
});

export const If = z.strictObject({
  ...common,
  kind: z.literal('if'),
  branches: z.array(Branch).min(1).max(20),
  else: Steps.optional(),
});
export interface If extends z.infer<typeof If> {}

/** Inside, `steps.<id>.item` and `steps.<id>.index` are the present item and its place from 0. */
export const ForEach = z.strictObject({
  ...common,
  kind: z.literal('forEach'),
  items: Value,
  steps: Steps,
});
export interface ForEach extends z.infer<typeof ForEach> {}

/** Inside `onError`, `steps.<id>.error` is {step, class, message}. */
export const Try = z.strictObject({
  ...common,
  kind: z.literal('try'),
  steps: Steps,
  onError: Steps,
});
export interface Try extends z.infer<typeof Try> {}

/**
 * Waits for a time, until an instant, or for an event with a deadline.
 * After an event, `steps.<id>.event` is its data; after the deadline it is null and `steps.<id>.timed_out` is true.
 */
export const Wait = z.strictObject({
  ...common,
  kind: z.literal('wait'),
  for: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('seconds'), seconds: Value }),
    z.strictObject({ kind: z.literal('until'), at: Value.describe('An ISO 8601 instant') }),
    z.strictObject({
      kind: z.literal('event'),
      connector: z.string(),
      trigger: z.string(),
      when: Value.optional().describe('JsonLogic over `event` and the scope'),
      deadline_seconds: Value,
    }),
  ]),
});
export type Wait = z.infer<typeof Wait>;

export const Stop = z.strictObject({
  ...common,
  kind: z.literal('stop'),
  outcome: z.enum(['succeeded', 'failed']),
  message: Value,
});
export type Stop = z.infer<typeof Stop>;

/** Runs another recipe, whose trigger is `{"kind": "call"}`, inside this run; `steps.<id>` is its output. */
export const Call = z.strictObject({ ...common, kind: z.literal('call'), recipe: z.string(), input: Inputs });
export type Call = z.infer<typeof Call>;

export const Step = z.discriminatedUnion('kind', [Action, If, ForEach, Try, Wait, Stop, Call]).meta({ id: 'Step' });
export type Step = Action | If | ForEach | Try | Wait | Stop | Call;
