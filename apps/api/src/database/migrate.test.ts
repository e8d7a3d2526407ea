import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../testing/fresh-database.js';
import { fillEveryTable } from '../testing/fill-every-table.js';
import { isMigrated, migrate, revertLast } from './migrate.js';
import { dataSourceOptions, openDataSource } from './open-data-source.js';
import { readMigrations } from './sql-migrations.js';
import { sql } from './sql.js';

const databases: FreshDatabase[] = [];
const opened: DataSource[] = [];

async function open(database: FreshDatabase): Promise<DataSource> {
  const dataSource = await openDataSource(dataSourceOptions(database.url));
  opened.push(dataSource);
  return dataSource;
}

async function keep(making: Promise<FreshDatabase>): Promise<FreshDatabase> {
  const database = await making;
  databases.push(database);
  return database;
}

afterEach(async () => {
  for (const dataSource of opened.splice(0)) await dataSource.destroy();
  for (const database of databases.splice(0)) await database.drop();
});

describe('the migrations', () => {
  it('go all the way up, down to nothing and up again to the same schema', async () => {
    const dataSource = await open(await keep(emptyDatabase()));
    await migrate(dataSource);
    const schema = await describeSchema(dataSource);
    expect(schema.length).toBeGreaterThan(50);
    for (let left = readMigrations().length; left > 0; left--) await revertLast(dataSource);
    expect(await describeSchema(dataSource)).toEqual([]);
    await migrate(dataSource);
    expect(await describeSchema(dataSource)).toEqual(schema);
  });

  it('can take the last one back and forth over a database full of rows', async () => {
    const dataSource = await open(await keep(freshDatabase()));
    const schema = await describeSchema(dataSource);
    const filled = await fillEveryTable(dataSource);
    expect(filled).toEqual(await tables(dataSource));
    await revertLast(dataSource);
    expect(await isMigrated(dataSource)).toBe(false);
    await migrate(dataSource);
    expect(await describeSchema(dataSource)).toEqual(schema);
  });

  it('are done once when several processes start at once', async () => {
    const database = await keep(emptyDatabase());
    const processes = await Promise.all([1, 2, 3].map(() => open(database)));
    await Promise.all(processes.map((dataSource) => migrate(dataSource)));
    const done = await sql(processes[0]!.manager, 'select name from migration');
    expect(done).toHaveLength(readMigrations().length);
  });

  it('refuse a database that a newer version has changed', async () => {
    const dataSource = await open(await keep(freshDatabase()));
    await dataSource.query(`insert into migration (timestamp, name) values (9900000000000, 'tomorrow9900000000000')`);
    await expect(migrate(dataSource)).rejects.toThrow('newer version of Tandem (tomorrow9900000000000)');
  });

  it('let an old process start again beside newer ones, as long as these have only added to the schema', async () => {
    const dataSource = await open(await keep(freshDatabase()));
    await dataSource.query(
      `insert into migration (timestamp, name) values (9900000000000, 'expand-more9900000000000')`,
    );
    await migrate(dataSource);
  });
});

it('a database that cannot be reached is named without its password', async () => {
  const opening = openDataSource(dataSourceOptions('postgresql://ann:hunter2@127.0.0.1:1/sales'));
  await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/sales cannot be used: .*Check DATABASE_URL/);
  await expect(opening).rejects.not.toThrow('hunter2');
});

async function tables(dataSource: DataSource): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    dataSource.manager,
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and relname <> 'migration' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Every column, constraint and index, one line each. TypeORM's own table stays when all is taken back. */
async function describeSchema(dataSource: DataSource): Promise<string[]> {
  const rows = await sql<{ line: string }>(
    dataSource.manager,
    `select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
       from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
     union all
     select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> 'migration'::regclass
     union all
     select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
     order by 1`,
  );
  return rows.map((row) => row.line);
}
