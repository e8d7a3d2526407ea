import { Injectable, Logger } from '@nestjs/common';
import type { Fate } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { KeptOfSetUp, SetUpRevision } from '../database/set-up-revision.js';
import { sql, sqlOne } from '../database/sql.js';

/** What became of a deal, as people are told. */
export interface KnownFate {
  happened: 'deleted' | 'merged';
  at: Date;
  /** The deal that it went on as. */
  into: string | null;
}

/** More than this many merges in a row are a circle. */
const LONGEST_CHAIN = 20;

/** Which deals are gone, since when, and which of them go on as another one. */
@Injectable()
export class Fates {
  private readonly logger = new Logger('Fates');
  private readonly merged: KeptOfSetUp<ReadonlyMap<string, string>>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    setUp: SetUpRevision,
  ) {
    this.merged = new KeptOfSetUp(setUp);
  }

  /** Tellings may be doubled and out of order: the later one holds, and nothing comes back from a merge. */
  async note(connectionId: string, fates: readonly Fate[]): Promise<void> {
    const ofDeals = fates.filter(({ type }) => type === 'deal');
    if (ofDeals.length === 0) return;
    await this.dataSource.query(
      `insert into fate (connection_id, kind, id, happened, into_id, at)
       select distinct on (id) $3::uuid, 'deal', id, happened, "into", coalesce(at, $2)
       from jsonb_to_recordset($1::jsonb) as f (id text, happened text, "into" text, at timestamptz)
       order by id, happened = 'merged' desc, at desc nulls first
       on conflict (kind, id) do update set happened = excluded.happened, into_id = excluded.into_id, at = excluded.at
       where (excluded.happened = 'merged' and fate.into_id is distinct from excluded.into_id)
         or (fate.happened <> 'merged' and excluded.at > fate.at)`,
      [jsonb(ofDeals), this.clock.now(), connectionId],
    );
  }

  /** For what a call found out by the way: the call goes on whether or not it can be written down. */
  hear(connectionId: string, fate: Fate): void {
    this.note(connectionId, [fate]).catch((error: unknown) => {
      this.logger.warn(`Not written down what became of a deal: ${error instanceof Error ? error.message : 'unknown'}`);
    });
  }

  /** The deal that a deal goes on as; itself where it was not merged. For work that has just been told the set-up. */
  async survivorOf(dealId: string): Promise<string> {
    return endOf(await this.merged.of('all', () => this.readMerged()), dealId);
  }

  /** As it is known now, whatever this process has been told. */
  async presentSurvivorOf(dealId: string): Promise<string> {
    return endOf(await this.readMerged(), dealId);
  }

  /** The deals that went on as this one, directly or by way of others. */
  async mergedInto(dealId: string): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      this.dataSource.manager,
      `with recursive gone as (
         select id from fate where kind = 'deal' and into_id = $1
         union select f.id from fate f join gone g on f.kind = 'deal' and f.into_id = g.id)
       select id from gone where id <> $1 order by id`,
      [dealId],
    );
    return rows.map(({ id }) => id);
  }

  /** undefined: nothing is known against it. A deal that Tandem has changed since its deletion is back. */
  async ofDeal(dealId: string): Promise<KnownFate | undefined> {
    return sqlOne<KnownFate>(
      this.dataSource.manager,
      `select happened, at, into_id as "into" from fate
       where kind = 'deal' and id = $1 and (happened = 'merged' or happened = 'deleted' and not exists (
         select 1 from effect where effect.deal_id = fate.id and effect.applied_at > fate.at))`,
      [dealId],
    );
  }

  private async readMerged(): Promise<ReadonlyMap<string, string>> {
    const rows = await sql<{ id: string; into_id: string }>(
      this.dataSource.manager,
      `select id, into_id from fate where kind = 'deal' and into_id is not null`,
    );
    return new Map(rows.map(({ id, into_id }) => [id, into_id]));
  }
}

function endOf(merged: ReadonlyMap<string, string>, dealId: string): string {
  let id = dealId;
  for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
    const into = merged.get(id);
    if (into === undefined) return id;
    id = into;
  }
  return dealId;
}
