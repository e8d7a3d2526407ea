import { z } from 'zod';

const Ms = z.number().int().min(0);

/** The app that is installed in the portal, as far as its webhooks go, and what goes wrong on their way. */
export const WebhookSettings = z.strictObject({
  /** Where the app wants to be told; null: nowhere. */
  target_url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  client_secret: z.string().min(1).default('sandbox-hubspot-client-secret'),
  app_id: z.number().int().default(4_110_207),
  /** The most events in one request. */
  batch: z.number().int().min(1).max(100).default(100),
  /** Events are gathered for so long. */
  window_ms: Ms.default(20),
  delay_ms: Ms.default(0),
  /** Extra copies of each request. */
  duplicate: z.number().int().min(0).max(10).default(0),
  /** Events leave newest first. */
  reorder: z.boolean().default(false),
  /** True: no request arrives. A number: so many more are lost. */
  drop: z.union([z.boolean(), z.number().int().min(0)]).default(false),
  timeout_ms: Ms.default(5_000),
  retry_after_ms: z.array(Ms).default([1_000, 5_000, 30_000]),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;
