import { z } from 'zod';
import { Api } from '../api.js';
import { presetNames } from './preset-answer.js';

const MAX_LATENCY_MS = 10 * 60_000;

const Pattern = z
  .string()
  .max(500)
  .refine(isRegularExpression, 'must be a regular expression, such as ^/crm/v3/objects/deals');

const Effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), ms: z.number().int().min(0).max(MAX_LATENCY_MS) }),
  z.strictObject({
    kind: z.literal('answer'),
    status: z.number().int().min(200).max(599),
    body: z.json().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('preset'), name: z.string() }),
  z.strictObject({ kind: z.literal('drop_before') }),
  z.strictObject({ kind: z.literal('drop_after') }),
]);
export type Effect = z.infer<typeof Effect>;

/** What should go wrong, for which calls, and how often (without `times`: until it is taken away). */
export const Fault = z
  .strictObject({
    api: Api,
    method: z
      .string()
      .transform((method) => method.toUpperCase())
      .optional(),
    path: Pattern.optional().describe('Regular expression on the path after /hubspot or /pandadoc, without the query'),
    times: z.number().int().positive().optional(),
    effect: Effect,
  })
  .superRefine(({ api, effect }, context) => {
    const known = presetNames(api);
    if (effect.kind !== 'preset' || known.includes(effect.name)) return;
    context.addIssue({
      code: 'custom',
      path: ['effect', 'name'],
      message: `${api} has no preset ${effect.name}; it has ${known.join(', ')}`,
    });
  });
export type Fault = z.infer<typeof Fault>;

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
