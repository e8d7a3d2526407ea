import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { Clock } from '../clock/clock.js';
import { Connections, type OpenedConnection } from '../connections/connections.js';
import { sql } from '../database/sql.js';
import { Lanes, LeaseLost, type Lease } from '../queue/lanes.js';
import { withLease } from '../queue/lease-in-hand.js';
import { Inbox } from './inbox.js';
import { PollCursors } from './poll-cursors.js';
import { sourceOfCatchUp, sourceOfTrigger, type PollSource } from './poll-source.js';

/** A backlog longer than this many pages is read on at the next poll, so that one source cannot starve the others. */
const PAGES_PER_POLL = 20;
/** A webhook that is on its way is not called missed. */
const SETTLE_MS = 20_000;
/** Several processes look as often as one; together they read a source no more often than one would. */
const REST = 0.9;

/**
 * Reads the triggers that a switched-on recipe waits for and that have no webhook, and what webhooks failed to tell.
 * The events and the cursor behind them are stored in one commit: after a crash the same page is read again and its
 * events are already known. One process at a time reads a source.
 */
@Injectable()
export class Poller {
  private readonly logger = new Logger('Poller');
  /** Sources with more to read than one poll takes; they do not rest. */
  private readonly unfinished = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
    private readonly cursors: PollCursors,
    private readonly lanes: Lanes,
    private readonly inbox: Inbox,
    private readonly clock: Clock,
  ) {}

  /**
   * One look at every source. A failing one is reported and does not keep the others from being read.
   * @param regularly a source that any process has read lately is left alone, and so is what may still arrive
   */
  async pollAll(regularly = false): Promise<void> {
    try {
      for (const source of await this.sources()) await this.pollOne(source, regularly);
    } catch (error) {
      this.logger.warn(`Polling stopped: ${messageOf(error)}`);
    }
  }

  private async sources(): Promise<PollSource[]> {
    const wanted = await this.wantedTriggers();
    return this.catalogue.connectors.flatMap(({ key, catchUp, triggers }) => [
      ...(catchUp ? [sourceOfCatchUp(key, catchUp)] : []),
      ...triggers
        .filter((trigger) => wanted.some((one) => one.connector === key && one.trigger === trigger.key))
        .flatMap((trigger) => sourceOfTrigger(key, trigger) ?? []),
    ]);
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

  private async pollOne(source: PollSource, regularly: boolean): Promise<void> {
    const opened = await this.connections.openIfConnected(source.connector);
    if (!opened) return;
    const lane = `poll:${opened.connectionId}:${source.key}`;
    await this.dataSource.query(`insert into lane (key) values ($1) on conflict do nothing`, [lane]);
    const lease = await this.lanes.claim(lane, 'poller');
    if (!lease) return;
    try {
      const isResting = regularly && !this.unfinished.has(lane) && (await this.wasReadLately(opened, source));
      if (!isResting) await this.readHolding(lease, opened, source, regularly ? SETTLE_MS : 0);
    } catch (error) {
      const stack = error instanceof Error && !(error instanceof ConnectorError) ? error.stack : undefined;
      this.logger.warn(`Could not read ${source.connector}.${source.key}: ${stack ?? messageOf(error)}`);
    } finally {
      await this.letGo(lease);
    }
  }

  private wasReadLately({ connectionId }: OpenedConnection, { everyMs, key }: PollSource): Promise<boolean> {
    return this.cursors.wasReadWithin(REST * everyMs, connectionId, key);
  }

  private async readHolding(
    lease: Lease,
    opened: OpenedConnection,
    source: PollSource,
    settleMs: number,
  ): Promise<void> {
    const isDone = await withLease(
      () => this.lanes.ensureHeld(lease),
      () => this.connections.use(source.connector, () => this.readPages(lease, opened, source, settleMs)),
    );
    if (isDone) this.unfinished.delete(lease.lane);
    else this.unfinished.add(lease.lane);
  }

  /** Answers whether there is nothing more to read for now. */
  private async readPages(
    lease: Lease,
    opened: OpenedConnection,
    source: PollSource,
    settleMs: number,
  ): Promise<boolean> {
    const { connectionId, connector } = opened;
    const { key, foundBy } = source;
    let cursor = await this.cursors.read(connectionId, key);
    for (let page = 0; page < PAGES_PER_POLL; page++) {
      const look = await source.look(opened, { now: this.clock.now(), settleMs }, cursor);
      await this.inbox.store({ connectionId, connector: connector.key, foundBy }, look.events, async (tx) => {
        await this.lanes.refuseUnlessHeld(tx, lease);
        await this.cursors.save(tx, connectionId, key, look.cursor);
      });
      if (!look.more) return true;
      await this.lanes.renew(lease);
      cursor = look.cursor;
    }
    return false;
  }

  private async letGo(lease: Lease): Promise<void> {
    try {
      await this.lanes.release(lease, () => Promise.resolve(null));
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown error');
