import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError, type Trigger } from '@tandem/connectors';
import type { Json } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Connections, type OpenedConnection } from '../connections/connections.js';
import { jsonb } from '../database/jsonb.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { Inbox } from './inbox.js';

/** A backlog longer than this many pages is read on at the next poll, so that one trigger cannot starve the others. */
const PAGES_PER_POLL = 20;

type Poll = NonNullable<Trigger<unknown>['poll']>;

/**
 * Reads the triggers that have no webhook and that a switched-on recipe waits for. The events and the cursor behind
 * them are stored in one commit: after a crash the same page is read again and its events are already known.
 */
@Injectable()
export class Poller {
  private readonly logger = new Logger('Poller');

  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: Connections,
    private readonly lanes: Lanes,
    private readonly inbox: Inbox,
    private readonly clock: Clock,
  ) {}

  /**
   * One look at every wanted trigger. A failing one is reported and does not keep the others from being read.
   * @param restMs a trigger that any process has read more recently than this is left alone
   */
  async pollAll(restMs = 0): Promise<void> {
    try {
      for (const { connector, trigger } of await this.wantedTriggers()) await this.pollOne(connector, trigger, restMs);
    } catch (error) {
      this.logger.warn(`Polling stopped: ${messageOf(error)}`);
    }
  }

  private wantedTriggers(): Promise<{ connector: string; trigger: string }[]> {
    return sql(
      this.dataSource.manager,
      `select distinct v.content -> 'trigger' ->> 'connector' as connector, v.content -> 'trigger' ->> 'trigger' as trigger
       from automation a
       join recipe r on r.id = a.recipe_id
       join recipe_version v on v.recipe_id = r.id and v.version = r.published_version
       where a.enabled and v.content -> 'trigger' ->> 'kind' = 'event'`,
    );
  }

  private async pollOne(connectorKey: string, triggerKey: string, restMs: number): Promise<void> {
    const opened = await this.connections.openIfConnected(connectorKey);
    const trigger = opened?.connector.triggers.find((candidate) => candidate.key === triggerKey);
    if (!opened || !trigger?.poll) return;
    const poll: Poll = trigger.poll.bind(trigger);
    const lane = `poll:${opened.connectionId}:${triggerKey}`;
    await this.dataSource.query(`insert into lane (key) values ($1) on conflict do nothing`, [lane]);
    const lease = await this.lanes.claim(lane, 'poller');
    if (!lease) return;
    try {
      if (await this.wasReadWithin(restMs, opened.connectionId, triggerKey)) return;
      await this.connections.use(connectorKey, () => this.readPages(lease, opened, triggerKey, poll));
    } catch (error) {
      const stack = error instanceof Error && !(error instanceof ConnectorError) ? error.stack : undefined;
      this.logger.warn(`Could not read ${connectorKey}.${triggerKey}: ${stack ?? messageOf(error)}`);
    } finally {
      await this.lanes.release(lease, () => Promise.resolve(null));
    }
  }

  private async readPages(lease: Lease, opened: OpenedConnection, triggerKey: string, poll: Poll): Promise<void> {
    const { connectionId, connector, gateway } = opened;
    let cursor = await this.cursorOf(connectionId, triggerKey);
    for (let page = 0; page < PAGES_PER_POLL; page++) {
      const read = await poll({ gateway, now: this.clock.now() }, cursor);
      await this.inbox.store({ connectionId, connector: connector.key }, read.events, (tx) =>
        saveCursor(tx, connectionId, triggerKey, read.cursor),
      );
      if (!read.more) return;
      await this.lanes.renew(lease);
      cursor = read.cursor;
    }
  }

  private async wasReadWithin(ms: number, connectionId: string, triggerKey: string): Promise<boolean> {
    const row = await sqlOne(
      this.dataSource.manager,
      `select 1 from poll_cursor
       where connection_id = $1 and trigger = $2 and updated_at > now() - make_interval(secs => $3)`,
      [connectionId, triggerKey, ms / 1000],
    );
    return row !== undefined;
  }

  private async cursorOf(connectionId: string, triggerKey: string): Promise<Json> {
    const row = await sqlOne<{ cursor: Json }>(
      this.dataSource.manager,
      `select cursor from poll_cursor where connection_id = $1 and trigger = $2`,
      [connectionId, triggerKey],
    );
    return row?.cursor ?? null;
  }
}

const saveCursor = async (tx: Tx, connectionId: string, triggerKey: string, cursor: Json): Promise<void> => {
  await tx.query(
    `insert into poll_cursor (connection_id, trigger, cursor) values ($1, $2, $3)
     on conflict (connection_id, trigger) do update set cursor = excluded.cursor, updated_at = now()`,
    [connectionId, triggerKey, jsonb(cursor)],
  );
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown error');
