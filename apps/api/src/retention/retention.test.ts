import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Config } from '../config/config.js';
import { makePartitions, monthStart, partitionsOf, type PartitionedTable } from '../database/partitions.js';
import { sql } from '../database/sql.js';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import { Retention } from './retention.js';

const DAY_MS = 86_400_000;
const LIFETIMES = { keepPayloadsDays: 30, keepLedgerDays: 60 } as Config;

describe('Retention', () => {
  let database: FreshDataSource;
  const thisMonth = monthStart(new Date());
  const inDays = (days: number): Date => new Date(monthStart(thisMonth, 1).getTime() + days * DAY_MS);
  const query = (statement: string, parameters?: unknown[]): Promise<object[]> =>
    sql(database.dataSource.manager, statement, parameters);
  const tidyAt = (now: Date): Promise<string[]> =>
    new Retention(database.dataSource, { now: () => now }, LIFETIMES).tidy();
  const nameOf = (table: PartitionedTable): string =>
    `${table}_${thisMonth.toISOString().slice(0, 7).replace('-', '_')}`;

  beforeEach(async () => {
    database = await freshDataSource();
  });
  afterEach(() => database.close());

  async function aRun(status: string): Promise<string> {
    const id = uuid({ msecs: thisMonth.getTime() + DAY_MS });
    await query(
      `insert into run (id, event_id, recipe_id, recipe_version, lane, status, occurred_at)
       values ($1, $1, $1, 1, 'deal:1', $2, now())`,
      [id, status],
    );
    await query(`insert into run_scope (run_id, scope) values ($1, '{}')`, [id]);
    await query(`insert into step (run_id, path, step_id, kind, status) values ($1, 'a', 'a', 'action', 'succeeded')`, [
      id,
    ]);
    await query(
      `insert into effect (id, run_id, path, connector, target_type, operation, status)
       values ($1, $1, 'a', 'hubspot', 'deal', 'update', 'applied')`,
      [id],
    );
    await query(
      `insert into file (id, name, media_type, size, sha256, bytes) values ($1, 'a.pdf', 'application/pdf', 1, '', '')`,
      [id],
    );
    return id;
  }

  async function anEvent(status: string): Promise<void> {
    const [connection, event] = [uuid(), uuid({ msecs: thisMonth.getTime() + DAY_MS })];
    await query(
      `insert into connection (id, connector, name, base_url, credentials, status) values ($1, $2, '', '', '', 'connected')`,
      [connection, connection],
    );
    await query(
      `insert into event (id, connection_id, connector, trigger, identity, subject_type, subject_id, complete, occurred_at,
         data, lane, status) values ($1, $2, '', '', '', 'deal', '', true, now(), '{}', '', $3)`,
      [event, connection, status],
    );
  }

  const counts = async (...tables: string[]): Promise<number[]> => {
    const found = await Promise.all(tables.map((table) => query(`select 1 from ${table}`)));
    return found.map((rows) => rows.length);
  };
  const ALL = ['run_scope', 'step', 'file', 'effect', 'run'];

  it('drops nothing before the whole month is older than payloads are kept', async () => {
    await aRun('succeeded');
    expect(await tidyAt(inDays(29))).toEqual([]);
    expect(await counts(...ALL)).toEqual([1, 1, 1, 1, 1]);
  });

  it('drops payloads first and leaves the ledger, with the months around as they were', async () => {
    await aRun('succeeded');
    const payloads = (['run_scope', 'step', 'attempt', 'file'] as const).map(nameOf);
    expect(await tidyAt(inDays(31))).toEqual(payloads);
    expect(await counts(...ALL)).toEqual([0, 0, 0, 1, 1]);
    const months = await partitionsOf(database.dataSource.manager, 'step');
    expect(months[0]?.from).toBeDefined();
    expect(months.length).toBeGreaterThan(3);
  });

  it('drops the ledger when its time has come', async () => {
    await aRun('succeeded');
    await tidyAt(inDays(61));
    expect(await counts(...ALL)).toEqual([0, 0, 0, 0, 0]);
  });

  it('forgets the names of deals and documents with the last run that tells of them', async () => {
    const id = await aRun('succeeded');
    await query(`update run set deal_id = '7', document_id = 'doc7' where id = $1`, [id]);
    await query(
      `insert into subject (kind, id, name, seen_at) select kind, id, 'Northwind', $1
       from (values ('deal', '7'), ('document', 'doc7'), ('deal', '8')) old (kind, id)`,
      [thisMonth],
    );
    await query(`insert into subject (kind, id, name, seen_at) values ('deal', '9', 'Fresh', $1)`, [inDays(60)]);
    const known = () => query(`select kind, id from subject order by kind, id`);
    await tidyAt(inDays(31));
    expect(await known()).toHaveLength(4);
    await tidyAt(inDays(61));
    expect(await known()).toEqual([{ kind: 'deal', id: '9' }]);
  });

  it('goes through any number of names, and keeps those of runs that are kept', async () => {
    const id = uuid({ msecs: inDays(40).getTime() });
    await makePartitions(database.dataSource, inDays(61));
    await aRun('succeeded');
    await query(
      `insert into run (id, event_id, recipe_id, recipe_version, lane, status, occurred_at, deal_id)
       values ($1, $1, $1, 1, 'deal:1', 'succeeded', now(), '4321')`,
      [id],
    );
    await query(
      `insert into subject (kind, id, name, seen_at) select 'deal', n::text, 'D', $1 from generate_series(1, 5000) n`,
      [thisMonth],
    );
    await tidyAt(inDays(61));
    expect(await query(`select id from subject`)).toEqual([{ id: '4321' }]);
  });

  it.each(['queued', 'running', 'waiting'])(
    'keeps a run that is %s with all that it needs, however old',
    async (open) => {
      const id = await aRun(open);
      expect(await tidyAt(inDays(120))).not.toContain(nameOf('run'));
      expect(await counts(...ALL)).toEqual([1, 1, 1, 1, 1]);
      await query(`update run set status = 'succeeded' where id = $1`, [id]);
      await tidyAt(inDays(120));
      expect(await counts(...ALL)).toEqual([0, 0, 0, 0, 0]);
    },
  );

  it('deletes events that are over, and keeps the month that an open event may still start a run in', async () => {
    await anEvent('ignored');
    await anEvent('received');
    await tidyAt(inDays(120));
    expect(await query(`select status from event`)).toEqual([{ status: 'received' }]);
    await aRun('skipped');
    expect(await counts('run')).toEqual([1]);
  });

  it('waits for nobody and stops nobody: work goes on beside it, and it ends its own work later', async () => {
    await aRun('succeeded');
    const { dataSource } = database;
    await dataSource.transaction(async (tx) => {
      await tx.query(`select * from step`);
      await expect(tidyAt(inDays(31))).rejects.toThrow('lock timeout');
      await query(`update run set status = 'succeeded'`);
      await tx.query(
        `insert into step (run_id, path, step_id, kind, status) values ($1, 'b', 'b', 'action', 'running')`,
        [uuid({ msecs: inDays(1).getTime() })],
      );
    });
    expect(await tidyAt(inDays(31))).toContain(nameOf('step'));
    expect(await counts(...ALL)).toEqual([0, 1, 0, 1, 1]);
  });

  it('puts a month back when one of its runs was taken up again while it was being detached', async () => {
    await aRun('waiting');
    await makePartitions(database.dataSource, inDays(31));
    await query(`alter table step detach partition ${nameOf('step')} concurrently`);
    expect(await counts('step')).toEqual([0]);
    expect(await tidyAt(inDays(31))).not.toContain(nameOf('step'));
    expect(await counts('step')).toEqual([1]);
  });

  it('is done by one process at a time', async () => {
    await aRun('succeeded');
    const done = await Promise.all([1, 2, 3].map(() => tidyAt(inDays(31))));
    expect(done.flat().sort()).toEqual((['attempt', 'file', 'run_scope', 'step'] as const).map(nameOf).sort());
  });
});
