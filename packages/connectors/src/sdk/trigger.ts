import type { Json, JsonObject } from '@tandem/recipes';
import type { z } from 'zod';
import type { Fate } from './fate.js';
import type { Said } from './said.js';

/** One thing that happened remotely, in the shape of the inbox. */
export interface IncomingEvent {
  /** Key of the trigger. */
  trigger: string;
  /** Equal for every delivery of the same happening, whichever way it reached us. */
  identity: string;
  /** When it happened, by the remote's clock: ISO 8601 with zone. null: it does not say; the time of receipt counts. */
  occurredAt: string | null;
  subject: { type: 'document' | 'deal'; id: string; label?: string };
  /** null: known to have none. undefined: the event does not say; `Trigger.complete` finds out. */
  dealId: string | null | undefined;
  templateId: string | null | undefined;
  /** What is said to have changed, for the echo guard. */
  changes?: { type: string; id: string; property: string; after: Json }[];
  /** What recipes see as `trigger`; matches the trigger's data schema. */
  data: JsonObject;
  /**
   * What the subject became, where the trigger tells no more than that: `document.sent`. By it an event that was read
   * off is known to be one that was told.
   */
  state?: string;
  /** Nobody told of it: it was read off the subject as it is now, and may have happened any time since then. */
  readOff?: { since: string | null };
}

export interface Trigger<Gateway> {
  key: string;
  title: Said;
  description: Said;
  subject: 'document' | 'deal';
  data: z.ZodType;
  /** Fills in dealId, templateId and their twins in data by reading the subject. */
  complete?(gateway: Gateway, event: IncomingEvent): Promise<IncomingEvent>;
  /** One look at the remote from the stored cursor on (null at first); called again at once while `more` is true. */
  poll?(context: PollContext<Gateway>, cursor: Json): Promise<Polled>;
}

/** Something that a nudge named: it may have changed. */
export interface Touched {
  /** In the words of the ledger: deal, line_item. */
  type: string;
  id: string;
}

/** What one event of a nudge says. */
export interface Told extends Touched {
  /** Whose record it is. */
  account: string;
  fate?: Fate;
}

/** What was seen of a subject, kept until the next look at it. */
export interface Snapshot {
  subject: string;
  /** Ids of what belongs to it, by which it is found again when one of them is gone. */
  parts: string[];
  value: Json;
}

export interface PollContext<Gateway> {
  gateway: Gateway;
  now: Date;
  /** Look at these whatever the cursor says. */
  touched: readonly Touched[];
  /** A nudge brought this look about: nothing but what is touched need be read. */
  onlyTouched: boolean;
  /** What was kept of these subjects, and of those that had one of these parts. */
  recall(subjects: readonly string[], parts?: readonly string[]): Promise<Snapshot[]>;
}

export interface Polled {
  events: IncomingEvent[];
  cursor: Json;
  more: boolean;
  /** Replaces what was kept of these subjects, in one commit with the events. */
  keep?: Snapshot[];
}

/** How it is found out what a remote should have told and did not. */
export interface CatchUp<Gateway> {
  /** Nothing is looked at more often than this. */
  everyMs: number;
  /**
   * One bounded look from the stored cursor on (null at first: nothing was missed yet); called again while `more`.
   * What is younger than `settleMs` is left alone: it may still be on its way.
   */
  read(
    context: { gateway: Gateway; now: Date; settleMs: number },
    cursor: Json,
  ): Promise<{ events: IncomingEvent[]; cursor: Json; more: boolean }>;
}

export interface RawRequest {
  /** The bytes as received: signatures are over these. */
  body: Uint8Array;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
}

/** A request whose signature also covers where and when it was sent. */
export interface SignedRequest extends RawRequest {
  method: string;
  /** As the remote called it: the public address with path and query. */
  url: string;
  receivedAt: Date;
}

/**
 * Webhooks that only say where to look: what changed is found out by the triggers that poll, so that a change which was
 * told and one that was read are the same event.
 */
export interface Nudges {
  /** What the remote signs with; undefined where the credentials do not hold it. */
  secretOf(credentials: unknown): string | undefined;
  /** Constant-time check of the signature over the raw body. */
  verify(request: SignedRequest, secret: string): boolean;
  /** The same for a request of our own, to try the way from outside. Headers beside the body. */
  sign(request: Omit<SignedRequest, 'headers' | 'query'>, secret: string): Record<string, string>;
  /** Throws ConnectorError `validation` as `Webhook.parse`. */
  parse(body: Uint8Array): Told[];
}

/** How a remote delivers events to us. */
export interface Webhook<Gateway> {
  /** Constant-time check of the signature over the raw body. */
  verify(request: RawRequest, secret: string): boolean;
  /** The query with which the remote would deliver this body, to try the way from outside. */
  sign(body: Uint8Array, secret: string): Record<string, string>;
  /** Throws ConnectorError `validation` naming the place when the body is not what this remote sends. Unknown event kinds are left out. */
  parse(request: RawRequest): IncomingEvent[];
  /** Makes sure that one subscription to this URL exists; safe to repeat. */
  subscribe(gateway: Gateway, url: string): Promise<{ subscriptionId: string; secret: string }>;
  unsubscribe(gateway: Gateway, subscriptionId: string): Promise<void>;
  /** How the remote sees the subscription, and what it delivered since then. One call or two. */
  health(gateway: Gateway, subscriptionId: string, since: Date): Promise<WebhookHealth>;
}

/** What a remote tells of its subscription to us. */
export interface WebhookHealth {
  /** `inactive`: the remote stopped it. `gone`: the remote knows none. */
  state: 'active' | 'inactive' | 'gone';
  /** undefined: it does not tell of its deliveries. */
  deliveries?: DeliveryRecord;
}

/** Of the latest deliveries at most the newest hundred are looked at. */
export interface DeliveryRecord {
  arrived: number;
  failed: number;
  /** ISO 8601; null: none. */
  lastAt: string | null;
  /** The newest that failed. `answer`: the HTTP status that we answered with, null when the remote got none. */
  lastFailure: { at: string | null; answer: number | null; error: string | null } | null;
}
