import type { CatchUp, IncomingEvent, Trigger } from '@tandem/connectors';
import type { Json } from '@tandem/recipes';
import type { OpenedConnection } from '../connections/connections.js';
import type { FoundBy } from './inbox.js';

/** One bounded look at a remote. */
export interface Look {
  events: IncomingEvent[];
  cursor: Json;
  more: boolean;
}

export interface LookContext {
  now: Date;
  /** What is younger may still be on its way as a webhook. */
  settleMs: number;
}

/** Something at a remote that is read from a stored cursor on. */
export interface PollSource {
  connector: string;
  /** Names the cursor: the key of a trigger, or CATCH_UP. */
  key: string;
  everyMs: number;
  foundBy: FoundBy;
  look(opened: OpenedConnection, context: LookContext, cursor: Json): Promise<Look>;
}

/** No trigger is called so: the keys of triggers hold no colon. */
export const CATCH_UP = 'webhooks:missed';

export const POLL_EVERY_MS = 10_000;

export function sourceOfTrigger(connector: string, trigger: Trigger<unknown>): PollSource | undefined {
  const poll = trigger.poll?.bind(trigger);
  if (!poll) return undefined;
  return {
    connector,
    key: trigger.key,
    everyMs: POLL_EVERY_MS,
    foundBy: 'poll',
    look: ({ gateway }, { now }, cursor) => poll({ gateway, now }, cursor),
  };
}

export const sourceOfCatchUp = (connector: string, catchUp: CatchUp<unknown>): PollSource => ({
  connector,
  key: CATCH_UP,
  everyMs: catchUp.everyMs,
  foundBy: 'history',
  look: ({ gateway }, context, cursor) => catchUp.read({ gateway, ...context }, cursor),
});
