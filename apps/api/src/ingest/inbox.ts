import { Injectable } from '@nestjs/common';
import type { IncomingEvent } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { plannedOnce } from '../database/prepared.js';
import { SET_UP_REVISION, SetUpRevision } from '../database/set-up-revision.js';
import { sql, type Tx } from '../database/sql.js';
import { Together } from '../database/together.js';
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

/** Connections, recipes or automations were changed after the caller had looked at them: look again. */
export class SetUpChanged extends Error {}

/** A statement's worth of events. */
interface Delivery {
  origin: EventOrigin;
  events: IncomingEvent[];
  /** Stored only while this is the number of the set-up. */
  setUp?: number;
}

/** The table of events: what happened remotely, once each, whichever way and however often we are told. */
@Injectable()
export class Inbox {
  private readonly deliveries = new Together((some: Delivery[]) => this.storeAll(some));

  constructor(
    private readonly dataSource: DataSource,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
    private readonly setUp: SetUpRevision,
  ) {}

  /**
   * Stores the events and wakes their lanes, in one commit; `also` writes in the same commit (a cursor).
   * Answers the events that were new.
   */
  async store(origin: EventOrigin, events: IncomingEvent[], also?: (tx: Tx) => Promise<void>): Promise<StoredEvent[]> {
    const stored = also
      ? await this.dataSource.transaction(async (tx) => {
          const [fresh = []] = (await this.insert(tx, [{ origin, events }])).stored;
          await also(tx);
          return fresh;
        })
      : ((await this.insert(this.dataSource.manager, [{ origin, events }])).stored[0] ?? []);
    this.wake(stored);
    return stored;
  }

  /**
   * As store, in one commit with what else is delivered at the same time.
   * @param setUp the set-up by which the caller let the events in; throws SetUpChanged when it is no longer the same
   */
  async storeDelivered(origin: EventOrigin, events: IncomingEvent[], setUp: number): Promise<StoredEvent[]> {
    const stored = await this.deliveries.add({ origin, events, setUp });
    if (!stored) throw new SetUpChanged();
    this.wake(stored);
    return stored;
  }

  private wake(stored: StoredEvent[]): void {
    for (const lane of new Set(stored.map((event) => event.lane))) this.waker.wake(lane);
  }

  private async storeAll(deliveries: Delivery[]): Promise<(StoredEvent[] | undefined)[]> {
    const { stored, setUp } = await this.insert(this.dataSource.manager, deliveries);
    return stored.map((events, index) => (deliveries[index]?.setUp === setUp ? events : undefined));
  }

  /** Stores the events and marks their lanes, in one statement. */
  private async insert(tx: Tx, deliveries: Delivery[]): Promise<{ stored: StoredEvent[][]; setUp: number }> {
    const now = this.clock.now();
    const rows = deliveries.map((delivery) =>
      delivery.events.map((event) => toRow(event, delivery, momentOf(event, now))),
    );
    const [{ fresh, set_up } = { fresh: [], set_up: '0' }] = await sql<{ fresh: StoredEvent[]; set_up: string }>(
      tx,
      INSERT,
      [jsonb(rows.flat()), now],
    );
    this.setUp.told(set_up);
    const known = new Map(fresh.map((event) => [event.id, event]));
    return { stored: rows.map((own) => own.flatMap(({ id }) => known.get(id) ?? [])), setUp: Number(set_up) };
  }
}

const INSERT = plannedOnce(`
  with fresh as (insert into event (id, connection_id, connector, recipe_id, trigger, identity, subject_type, subject_id,
     subject_label, deal_id, template_id, complete, occurred_at, data, changes, lane, found_by, state)
   select e.id, e.connection_id, e.connector, e.recipe_id, e.trigger, e.identity, e.subject_type, e.subject_id,
     e.subject_label, e.deal_id, e.template_id, e.complete, e.occurred_at, e.data, e.changes, e.lane,
     e.found_by, e.state
   from jsonb_to_recordset($1::jsonb) as e (id uuid, connection_id uuid, connector text, recipe_id uuid, trigger text,
     identity text, subject_type text, subject_id text, subject_label text, deal_id text, template_id text,
     complete boolean, occurred_at timestamptz, data jsonb, changes jsonb, lane text, found_by text, state text,
     since timestamptz, set_up bigint)
   where (e.set_up is null or e.set_up = ${SET_UP_REVISION}) and (e.state is null or not ${IS_KNOWN})
   on conflict (connection_id, identity) do nothing
   returning id, lane),
   marked as (${MARK_DUE(`select lane, $2::timestamptz, 1 from (select distinct lane from fresh order by lane) lanes`)})
  select array(select jsonb_build_object('id', id, 'lane', lane) from fresh) as fresh, ${SET_UP_REVISION} as set_up`);

/** What is said to lie in the future happened when we heard of it. */
const momentOf = ({ occurredAt }: IncomingEvent, now: Date): string =>
  occurredAt === null || Date.parse(occurredAt) > now.getTime() + CLOCKS_DIFFER_MS ? now.toISOString() : occurredAt;

const foundBy = ({ readOff }: IncomingEvent, origin: EventOrigin): FoundBy => {
  if (readOff) return 'reading';
  return origin.foundBy ?? (origin.recipeId === undefined ? 'webhook' : 'person');
};

const toRow = (event: IncomingEvent, { origin, setUp }: Delivery, occurredAt: string) => ({
  id: uuid(),
  connection_id: origin.connectionId,
  connector: origin.connector,
  recipe_id: origin.recipeId ?? null,
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
  set_up: setUp ?? null,
});
