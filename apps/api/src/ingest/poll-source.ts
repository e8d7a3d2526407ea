import type { CatchUp, IncomingEvent } from '@tandem/connectors';
import type { Json } from '@tandem/recipes';
import type { CallClass } from '../budget/call-class.js';
import type { OpenedConnection } from '../connections/connections.js';
import type { Tx } from '../database/sql.js';
import type { FoundBy } from './inbox.js';

/** One bounded look at a remote. */
export interface Look {
  events: IncomingEvent[];
  cursor: Json;
  more: boolean;
  /** Written in the same commit as the events. */
  also?: (tx: Tx) => Promise<void>;
}

export interface LookContext {
  now: Date;
  /** What is younger may still be on its way as a webhook. */
  settleMs: number;
  /** A nudge brought this look about. */
  isNudged: boolean;
}

/** Something at a remote that is read from a stored cursor on. */
export interface PollSource {
  connector: string;
  /** Names the cursor: the key of a trigger, or CATCH_UP. */
  key: string;
  everyMs: number;
  callClass: CallClass;
  foundBy: FoundBy;
  look(opened: OpenedConnection, context: LookContext, cursor: Json): Promise<Look>;
}

/** No trigger is called so: the keys of triggers hold no colon. */
export const CATCH_UP = 'webhooks:missed';

/** Live work goes first: what was missed is late already. */
export const sourceOfCatchUp = (connector: string, catchUp: CatchUp<unknown>): PollSource => ({
  connector,
  key: CATCH_UP,
  everyMs: catchUp.everyMs,
  callClass: 'retry',
  foundBy: 'history',
  look: ({ gateway }, { now, settleMs }, cursor) => catchUp.read({ gateway, now, settleMs }, cursor),
});

const PREFIX = 'poll:';

/** Whoever holds this lane reads the source. */
export const pollLane = (connectionId: string, key: string): string => `${PREFIX}${connectionId}:${key}`;

/** What a poll lane is about; undefined for all other lanes. */
export function readPollLane(lane: string): { connectionId: string; key: string } | undefined {
  if (!lane.startsWith(PREFIX)) return undefined;
  const [connectionId = '', ...key] = lane.slice(PREFIX.length).split(':');
  return { connectionId, key: key.join(':') };
}
