import { z } from 'zod';

const Ms = z.number().int().min(0);
const Times = z.number().int().min(0);

/** The switches of the twin; `PATCH /control/pandadoc/settings` changes any of them. */
export const Settings = z.strictObject({
  create_delay_ms: Ms.default(300),
  /** Reasons: the next documents created fail with them, first come first served. */
  fail_next_creates: z.array(z.string()).default([]),
  pdf_ready_ms: Ms.default(150),
  /** How many downloads after completion (protected) or sending (plain) answer 202. */
  pdf_pending_answers: z.strictObject({ plain: Times, protected: Times }).default({ plain: 0, protected: 1 }),
  /** Requests a minute, by operation name such as `details`, or by "GET /public/v1/members". */
  rate_limits: z.record(z.string(), z.number().int().min(0)).default({}),
  /** Puts "Expected available in 13 seconds." into the 429, as some accounts see it. */
  rate_limit_tells_seconds: z.boolean().default(false),
  /** The vendor does not say how a PATCH of a document that is not a draft is refused. */
  refuse_update_with: z.union([z.literal(400), z.literal(409)]).default(400),
  payment_app_connected: z.boolean().default(true),
  /** The vendor does not say whether a document that is paid for was `completed` on the way. */
  completed_before_paid: z.boolean().default(false),
  expires_after_days: z.number().int().min(1).default(60),
});
export type Settings = z.infer<typeof Settings>;

/** What goes wrong on the way of webhooks; all off by default. */
export const WebhookSwitches = z.strictObject({
  /** Extra copies of each delivery, with the same event id. */
  duplicate: z.union([z.boolean().transform(Number), Times]).default(0),
  delay_ms: Ms.default(0),
  /** Events wait for `window_ms` and leave newest first. */
  reorder: z.boolean().default(false),
  /** True: none arrives. A number: so many more are lost. */
  drop: z.union([z.boolean(), Times]).default(false),
  /** Events in one request; 1 sends each on its own. */
  batch: z.number().int().min(1).default(1),
  window_ms: Ms.default(250),
  timeout_ms: Ms.default(20_000),
  retry_after_ms: z.array(Ms).default([1_000, 5_000, 30_000]),
});
export type WebhookSwitches = z.infer<typeof WebhookSwitches>;
