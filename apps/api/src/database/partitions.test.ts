import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import {
  PARTITIONED,
  firstIdAt,
  instantOf,
  makePartitions,
  missingPartitions,
  monthStart,
  partitionsOf,
} from './partitions.js';
import { sql } from './sql.js';

const at = (text: string): Date => new Date(text);

describe('the id at which an instant begins', () => {
  it('lies above all ids made before and below all made after', () => {
    const instant = at('2026-03-02T09:00:00Z');
    const before = uuid({ msecs: instant.getTime() - 1 });
    const after = uuid({ msecs: instant.getTime() });
    expect([after, firstIdAt(instant), before].sort()).toEqual([before, firstIdAt(instant), after]);
    expect(instantOf(after)).toEqual(instant);
  });
});

describe('the months that a table lacks', () => {
  it('reach from the beginning of time to three months ahead when it has none', () => {
    const missing = missingPartitions('run', undefined, at('2026-11-26T00:00:00Z'));
    expect(missing.map(({ name }) => name)).toEqual(['run_2026_11', 'run_2026_12', 'run_2027_01', 'run_2027_02']);
    expect(missing.map(({ from }) => from)).toEqual([undefined, ...missing.slice(0, -1).map(({ to }) => to)]);
  });

  it('are none while enough lie ahead, and the next one a month later', () => {
    const lastTo = firstIdAt(at('2027-03-01T00:00:00Z'));
    expect(missingPartitions('run', lastTo, at('2026-11-30T23:59:59Z'))).toEqual([]);
    const [next] = missingPartitions('run', lastTo, at('2026-12-01T00:00:00Z'));
    expect(next).toMatchObject({ name: 'run_2027_03', from: lastTo, to: firstIdAt(at('2027-04-01T00:00:00Z')) });
  });

  it('are made up for after a long rest', () => {
    const missing = missingPartitions('run', firstIdAt(at('2026-01-01T00:00:00Z')), at('2026-03-15T00:00:00Z'));
    expect(missing.map(({ name }) => name)).toHaveLength(6);
  });
});

describe('a migrated database', () => {
  let database: FreshDataSource;
  beforeAll(async () => {
    database = await freshDataSource();
  });
  afterAll(() => database.close());

  it('has months for now and for three months ahead, one after the other without a gap', async () => {
    const ahead = firstIdAt(monthStart(new Date(), 3));
    for (const table of PARTITIONED) {
      const months = await partitionsOf(database.dataSource.manager, table);
      expect(months[0]?.from).toBeUndefined();
      expect(months.slice(1).map(({ from }) => from)).toEqual(months.slice(0, -1).map(({ to }) => to));
      expect(months.at(-1)?.to.localeCompare(ahead)).toBe(1);
    }
  });

  it('ties no foreign key to a table that is cut into months: dropping one would lock and search the other', async () => {
    const { manager } = database.dataSource;
    const ties = await sql(
      manager,
      `select conname from pg_constraint where contype = 'f'
         and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))`,
      [PARTITIONED],
    );
    expect(ties).toEqual([]);
  });

  it('gets further months while rows are being written', async () => {
    const { dataSource } = database;
    const later = monthStart(new Date(), 2);
    await dataSource.transaction(async (tx) => {
      await tx.query(`insert into run_scope (run_id, scope) values ($1, '{}')`, [uuid()]);
      await makePartitions(dataSource, later);
    });
    expect(await partitionsOf(dataSource.manager, 'run_scope')).toHaveLength(6);
    await makePartitions(dataSource, later);
    expect(await partitionsOf(dataSource.manager, 'run_scope')).toHaveLength(6);
  });
});
