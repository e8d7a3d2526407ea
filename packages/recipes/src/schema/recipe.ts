import { z } from 'zod';
import { Setting } from './setting.js';
import { Step, Value } from './step.js';

const EventTrigger = z.strictObject({
  kind: z.literal('event'),
  connector: z.string(),
  trigger: z.string(),
  condition: Value.optional().describe('JsonLogic over `trigger` and `settings`; a falsy result starts no run'),
});

const CallTrigger = z.strictObject({
  kind: z.literal('call'),
  input: z.record(
    z.string(),
    z.strictObject({ type: z.enum(['text', 'number', 'boolean', 'list', 'object']), required: z.boolean().optional() }),
  ),
  output: z.record(z.string(), Value).optional(),
});

/** One recipe as people import, export and publish it. Unknown keys are refused. */
export const Recipe = z.strictObject({
  format: z.literal(1),
  key: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(120),
  description: z.string().max(2000).optional(),
  offer: z
    .enum(['template', 'everywhere'])
    .describe('`template`: switched on per PandaDoc template, runs for one linked document'),
  settings: z.array(Setting).max(50),
  trigger: z.discriminatedUnion('kind', [EventTrigger, CallTrigger]),
  steps: z.array(Step),
});
export type Recipe = z.infer<typeof Recipe>;
