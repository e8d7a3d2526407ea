import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';
import PQueue from 'p-queue';
import { withCallClass } from '../budget/call-class.js';
import { Clock } from '../clock/clock.js';
import { Connections, type OpenedConnection } from '../connections/connections.js';
import type { Lease } from '../queue/lanes.js';
import { Inbox } from './inbox.js';
import { PollCursors } from './poll-cursors.js';
import { PollLanes } from './poll-lanes.js';
import { pollLane, readPollLane, type Look, type LookContext, type PollSource } from './poll-source.js';
import { PollSources } from './poll-sources.js';
import { messageOf } from '../connections/message-of.js';

/** A backlog longer than this many pages is read on at the next poll, so that one source cannot starve the others. */
const PAGES_PER_POLL = 20;
/** A webhook that is on its way is not called missed. */
const SETTLE_MS = 20_000;
/** How long somebody who asked waits for another look to end. */
const PATIENCE_MS = 10_000;
/** Each holds a connection to the database while it waits for the lane of its source, and there may be a flood of nudges. */
const NUDGED_AT_A_TIME = 6;
/** Several processes look as often as one; together they read a source no more often than one would. */
const REST = 0.9;

/** Why there is a look: its time has come, a nudge came in, or somebody asked. */
type Occasion = 'regular' | 'nudge' | 'asked';

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
  private readonly nudged = new PQueue({ concurrency: NUDGED_AT_A_TIME });

  constructor(
    private readonly sources: PollSources,
    private readonly connections: Connections,
    private readonly cursors: PollCursors,
    private readonly lanes: PollLanes,
    private readonly inbox: Inbox,
    private readonly clock: Clock,
  ) {}

  /**
   * One look at every source. A failing one is reported and does not keep the others from being read.
   * @param regularly a source that any process has read lately is left alone, and so is what may still arrive
   */
  async pollAll(regularly = false): Promise<void> {
    try {
      for (const source of await this.sources.all()) await this.poll(source, regularly ? 'regular' : 'asked');
    } catch (error) {
      this.logger.warn(`Polling stopped: ${messageOf(error)}`);
    }
  }

  /** Reads what nudges named, for the source of a woken poll lane. False for every other lane. */
  async serves(lane: string): Promise<boolean> {
    const about = readPollLane(lane);
    if (!about) return false;
    await this.nudged.add(() => this.readNudged(lane, about.key));
    return true;
  }

  private async readNudged(lane: string, key: string): Promise<void> {
    // What is touched stays written down: should nobody be able to read now, the next regular look does.
    await this.lanes.rest(lane);
    const source = (await this.sources.all()).find((candidate) => candidate.key === key);
    if (source) await this.poll(source, 'nudge');
  }

  private async poll(source: PollSource, occasion: Occasion): Promise<void> {
    const opened = await this.connections.openIfConnected(source.connector);
    if (!opened) return;
    const lane = pollLane(opened.connectionId, source.key);
    const lease = await this.claim(lane, occasion);
    if (!lease) return;
    let isRead = false;
    try {
      const isResting = occasion === 'regular' && (await this.isResting(lane, opened, source));
      if (!isResting) await this.readHolding(lease, opened, source, occasion);
      isRead = true;
    } catch (error) {
      const stack = error instanceof Error && !(error instanceof ConnectorError) ? error.stack : undefined;
      this.logger.warn(`Could not read ${source.connector}.${source.key}: ${stack ?? messageOf(error)}`);
    } finally {
      await this.lanes.letGo(lease, opened.connectionId, source.key, isRead);
    }
  }

  /** Who asked wants to see what is there now: a look that is under way may have passed it by, so there is one after it. */
  private async claim(lane: string, occasion: Occasion): Promise<Lease | undefined> {
    const last = performance.now() + (occasion === 'asked' ? PATIENCE_MS : 0);
    for (;;) {
      const lease = await this.lanes.claim(lane);
      if (lease || performance.now() >= last) return lease;
      await wait(50);
    }
  }

  private async isResting(lane: string, { connectionId }: OpenedConnection, source: PollSource): Promise<boolean> {
    if (this.unfinished.has(lane)) return false;
    return this.cursors.wasReadWithin(REST * source.everyMs, connectionId, source.key);
  }

  private async readHolding(
    lease: Lease,
    opened: OpenedConnection,
    source: PollSource,
    occasion: Occasion,
  ): Promise<void> {
    const settleMs = occasion === 'regular' ? SETTLE_MS : 0;
    const look = (cursor: Look['cursor']): Promise<Look> => {
      const context: LookContext = { now: this.clock.now(), settleMs, isNudged: occasion === 'nudge' };
      return withCallClass(source.callClass, () => source.look(opened, context, cursor));
    };
    const isDone = await this.lanes.holding(lease, () =>
      this.connections.use(source.connector, () => this.readPages(lease, opened, source, look)),
    );
    if (occasion === 'nudge') return;
    if (isDone) this.unfinished.delete(lease.lane);
    else this.unfinished.add(lease.lane);
  }

  /** Answers whether there is nothing more to read for now. */
  private async readPages(
    lease: Lease,
    opened: OpenedConnection,
    { key, foundBy }: PollSource,
    look: (cursor: Look['cursor']) => Promise<Look>,
  ): Promise<boolean> {
    const { connectionId, connector } = opened;
    let cursor = await this.cursors.read(connectionId, key);
    for (let page = 0; page < PAGES_PER_POLL; page++) {
      const seen = await look(cursor);
      await this.inbox.store({ connectionId, connector: connector.key, foundBy }, seen.events, async (tx) => {
        await this.lanes.refuseUnlessHeld(tx, lease);
        // A nudged look leaves it as it was, and is none of the regular ones.
        if (seen.cursor !== cursor) await this.cursors.save(tx, connectionId, key, seen.cursor);
        await seen.also?.(tx);
      });
      if (!seen.more) return true;
      await this.lanes.renew(lease);
      cursor = seen.cursor;
    }
    return false;
  }
}
