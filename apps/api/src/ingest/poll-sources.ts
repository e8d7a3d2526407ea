import { Injectable } from '@nestjs/common';
import type { Trigger } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { sql } from '../database/sql.js';
import { sourceOfCatchUp, type PollSource } from './poll-source.js';
import { Snapshots } from './snapshots.js';
import { TouchedSubjects } from './touched-subjects.js';

export const POLL_EVERY_MS = 10_000;
/** What is touched is read by id, so that a look at it is a few calls. */
const TOUCHED_PER_LOOK = 100;

type Polled = Trigger<unknown> & Required<Pick<Trigger<unknown>, 'poll'>>;

/** What there is to read regularly. */
@Injectable()
export class PollSources {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly snapshots: Snapshots,
    private readonly touched: TouchedSubjects,
  ) {}

  /** What webhooks may have missed, and the triggers that a switched-on recipe waits for and that are polled. */
  async all(): Promise<PollSource[]> {
    const wanted = await this.wantedTriggers();
    return this.catalogue.connectors.flatMap(({ key, catchUp, triggers }) => [
      ...(catchUp ? [sourceOfCatchUp(key, catchUp)] : []),
      ...triggers
        .filter(isPolled)
        .filter((trigger) => wanted.some((one) => one.connector === key && one.trigger === trigger.key))
        .map((trigger) => this.ofTrigger(key, trigger)),
    ]);
  }

  /** The keys of a connector's polled triggers that a switched-on recipe waits for. */
  async wantedOf(connector: string): Promise<string[]> {
    const wanted = await this.wantedTriggers();
    const polled = this.catalogue.get(connector).triggers.filter(isPolled);
    return polled
      .map(({ key }) => key)
      .filter((key) => wanted.some((one) => one.connector === connector && one.trigger === key));
  }

  private ofTrigger(connector: string, trigger: Polled): PollSource {
    const { key } = trigger;
    return {
      connector,
      key,
      everyMs: POLL_EVERY_MS,
      callClass: 'live',
      foundBy: 'poll',
      look: async ({ connectionId, gateway }, { now, isNudged }, cursor) => {
        const touched = await this.touched.first(this.dataSource.manager, connectionId, key, TOUCHED_PER_LOOK);
        if (isNudged && touched.length === 0) return { events: [], cursor, more: false };
        const recall = (subjects: readonly string[], parts?: readonly string[]) =>
          this.snapshots.recall(connectionId, key, subjects, parts);
        const polled = await trigger.poll({ gateway, now, touched, onlyTouched: isNudged, recall }, cursor);
        return {
          events: polled.events,
          cursor: isNudged && cursor !== null ? cursor : polled.cursor,
          more: polled.more || touched.length === TOUCHED_PER_LOOK,
          also: async (tx) => {
            await this.snapshots.keep(tx, connectionId, key, polled.keep ?? []);
            await this.touched.forget(tx, connectionId, key, touched);
          },
        };
      },
    };
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
}

const isPolled = (trigger: Trigger<unknown>): trigger is Polled => trigger.poll !== undefined;
