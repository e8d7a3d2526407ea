import { z } from 'zod';

const Time = z.iso.datetime().nullable();

const Remote = z.object({
  state: z
    .enum(['active', 'inactive', 'gone', 'unknown'])
    .describe(
      '`inactive`: the remote stopped it; `gone`: it knows none; `unknown`: it could not be asked, see `reason`',
    ),
  reason: z.string().nullable(),
  deliveries: z
    .object({
      arrived: z.int(),
      failed: z.int(),
      last_at: z.string().nullable(),
      last_failure: z
        .object({
          at: z.string().nullable(),
          answer: z.int().nullable().describe('The status it was answered with; null: the remote got no answer'),
          error: z.string().nullable().describe("The remote's own word"),
        })
        .nullable(),
    })
    .nullable()
    .describe('Of the newest hundred deliveries of the last 24 hours, as the remote counts; null: it does not tell'),
});

export const FoundByCount = z.object({
  found_by: z.enum(['webhook', 'history', 'reading', 'poll', 'person']),
  count: z.int(),
  last_at: z.iso.datetime(),
});

export const WebhookHealthView = z
  .object({
    way: z
      .enum(['subscription', 'app'])
      .describe('`subscription`: made by Tandem. `app`: a person enters `address` in the app of the remote'),
    address: z.string(),
    has_secret: z.boolean().describe('Whether something is stored to check signatures with'),
    remote: Remote.nullable().describe('null: this remote cannot be asked'),
    accepted: z.object({ count: z.int(), last_at: Time }),
    refused: z.object({
      count: z.int(),
      last_at: Time,
      why: z.enum(['bad_signature', 'bad_body', 'no_secret']).optional().describe('Of the last one'),
    }),
    found_by: z
      .array(FoundByCount)
      .describe('How the newest events of the last 24 hours became known, at most a thousand of them'),
  })
  .meta({ id: 'WebhookHealth' });
export type WebhookHealthView = z.output<typeof WebhookHealthView>;

export const WebhookTrialView = z
  .object({
    address: z.string(),
    outcome: z
      .enum(['accepted', 'refused', 'failed', 'unreachable'])
      .describe('`refused`: the signature did not hold; `failed`: another answer than 2xx; `unreachable`: no answer'),
    status: z.int().nullable(),
    detail: z.string().nullable(),
    took_ms: z.int(),
  })
  .meta({ id: 'WebhookTrial' });
export type WebhookTrialView = z.output<typeof WebhookTrialView>;
