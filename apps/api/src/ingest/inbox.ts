import { Injectable } from '@nestjs/common';
import type { IncomingEvent } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { prepared } from '../database/prepared.js';
import { sql, type Tx } from '../database/sql.js';
import { MARK_DUE } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { laneOf } from './lane-of.js';
import { IS_KNOWN } from './is-known.js';

export interface EventOrigin {
  connectionId: string;
  connector: string;
  /** Set when a person asked for this recipe alone. */
  recipeId?: string;
  /** How the events became known. Default: delivered by a webhook, or by hand with a recipe. */
  foundBy?: FoundBy;
}

/** What a remote's history tells is `history`, unless the event itself says that it was read off its subject. */
export type FoundBy = 'webhook' | 'history' | 'reading' | 'poll' | 'person';

/** A later moment than this is a mistake of the remote: it would make all that follows look too late. */
const CLOCKS_DIFFER_MS = 60_000;

/** What was stored; an event that was there before is not in it. */
export interface StoredEvent {
  id: string;
  lane: string;
}

/** The table of events: what happened remotely, once each, whichever way and however often we are told. */
@Injectable()
export class Inbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the events and wakes their lanes, in one commit; `also` writes in the same commit (a cursor).
   * Answers the events that were new.
   */
  async store(origin: EventOrigin, events: IncomingEvent[], also?: (tx: Tx) => Promise<void>): Promise<StoredEvent[]> {
    const now = this.clock.now();
    const insertIn = (tx: Tx): Promise<StoredEvent[]> =>
      events.length > 0 ? insert(tx, origin, events, now) : Promise.resolve([]);
    const stored = also
      ? await this.dataSource.transaction(async (tx) => {
          const fresh = await insertIn(tx);
          await also(tx);
          return fresh;
        })
      : await insertIn(this.dataSource.manager);
    for (const lane of new Set(stored.map((event) => event.lane))) this.waker.wake(lane);
    return stored;
  }
}

/** Stores the events and marks their lanes, in one statement. */
const insert = (tx: Tx, origin: EventOrigin, events: IncomingEvent[], now: Date): Promise<StoredEvent[]> =>
  sql<StoredEvent>(
    tx,
    prepared(`with fresh as (insert into event (id, connection_id, connector, recipe_id, trigger, identity, subject_type, subject_id,
       subject_label, deal_id, template_id, complete, occurred_at, data, changes, lane, found_by, state)
     select e.id, $2::uuid, $3::text, $4::uuid, e.trigger, e.identity, e.subject_type, e.subject_id,
       e.subject_label, e.deal_id, e.template_id, e.complete, e.occurred_at, e.data, e.changes, e.lane,
       e.found_by, e.state
     from jsonb_to_recordset($1::jsonb) as e (id uuid, trigger text, identity text, subject_type text, subject_id text,
       subject_label text, deal_id text, template_id text, complete boolean, occurred_at timestamptz, data jsonb,
       changes jsonb, lane text, found_by text, state text, since timestamptz)
     where e.state is null or not ${IS_KNOWN}
     on conflict (connection_id, identity) do nothing
     returning id, lane),
     marked as (${MARK_DUE(`select lane, $5::timestamptz, 1 from (select distinct lane from fresh order by lane) lanes`)})
     select id, lane from fresh`),
    [
      jsonb(events.map((event) => toRow(event, origin, momentOf(event, now)))),
      origin.connectionId,
      origin.connector,
      origin.recipeId ?? null,
      now,
    ],
  );

/** What is said to lie in the future happened when we heard of it. */
const momentOf = ({ occurredAt }: IncomingEvent, now: Date): string =>
  occurredAt === null || Date.parse(occurredAt) > now.getTime() + CLOCKS_DIFFER_MS ? now.toISOString() : occurredAt;

const foundBy = ({ readOff }: IncomingEvent, origin: EventOrigin): FoundBy => {
  if (readOff) return 'reading';
  return origin.foundBy ?? (origin.recipeId === undefined ? 'webhook' : 'person');
};

const toRow = (event: IncomingEvent, origin: EventOrigin, occurredAt: string) => ({
  id: uuid(),
  trigger: event.trigger,
  identity: event.identity,
  subject_type: event.subject.type,
  subject_id: event.subject.id,
  subject_label: event.subject.label ?? null,
  deal_id: event.dealId ?? null,
  template_id: event.templateId ?? null,
  complete: event.dealId !== undefined && event.templateId !== undefined,
  occurred_at: occurredAt,
  data: { ...event.data, occurred_at: occurredAt },
  changes: event.changes ?? null,
  lane: laneOf(event),
  found_by: foundBy(event, origin),
  state: event.state ?? null,
  since: event.readOff?.since ?? null,
});
