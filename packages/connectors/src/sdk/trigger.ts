import type { Json, JsonObject } from '@tandem/recipes';
import type { z } from 'zod';

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
  title: string;
  description: string;
  subject: 'document' | 'deal';
  data: z.ZodType;
  /** Fills in dealId, templateId and their twins in data by reading the subject. */
  complete?(gateway: Gateway, event: IncomingEvent): Promise<IncomingEvent>;
  /** One look at the remote from the stored cursor on (null at first); called again at once while `more` is true. */
  poll?(
    context: { gateway: Gateway; now: Date },
    cursor: Json,
  ): Promise<{ events: IncomingEvent[]; cursor: Json; more: boolean }>;
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

/** How a remote delivers events to us. */
export interface Webhook<Gateway> {
  /** Constant-time check of the signature over the raw body. */
  verify(request: RawRequest, secret: string): boolean;
  /** Throws ConnectorError `validation` naming the place when the body is not what this remote sends. Unknown event kinds are left out. */
  parse(request: RawRequest): IncomingEvent[];
  /** Makes sure that one subscription to this URL exists; safe to repeat. */
  subscribe(gateway: Gateway, url: string): Promise<{ subscriptionId: string; secret: string }>;
  unsubscribe(gateway: Gateway, subscriptionId: string): Promise<void>;
}
