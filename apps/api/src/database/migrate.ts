import type { DataSource } from 'typeorm';
import { makePartitions } from './partitions.js';
import { sql } from './sql.js';

/** Any number will do, as long as every process of ours asks for the same one. */
const LOCK = 7_264_333_601;

/** A migration of this name only adds: whoever does not know it may go on beside those who do. */
const ONLY_ADDS = 'expand-';

/**
 * Brings the schema up to date, months for new rows included. Of several processes that start at once one does the work and the others wait.
 * Each migration is one transaction. Throws when a newer version has changed the database in a way that this one
 * would not survive, which is any but an expand- migration.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
    await refuseNewerSchema(dataSource);
    await makePartitions(dataSource, new Date());
    await runner.query('select pg_advisory_unlock($1)', [LOCK]);
  } finally {
    await runner.release();
  }
}

/** Takes back the youngest migration. */
export async function revertLast(dataSource: DataSource): Promise<void> {
  await dataSource.undoLastMigration({ transaction: 'each' });
}

/** True when every migration of this version has been run. Only reads; throws when the database was never migrated. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  const done = new Set(await migrationsRun(dataSource));
  return dataSource.migrations.every(({ name }) => name !== undefined && done.has(name));
}

async function refuseNewerSchema(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map((migration) => migration.name));
  const unknown = (await migrationsRun(dataSource)).filter((name) => !known.has(name) && !name.startsWith(ONLY_ADDS));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was changed by a newer version of Tandem (${unknown.join(', ')}). ` +
      'Start that version, or restore the backup from before the update.',
  );
}

async function migrationsRun(dataSource: DataSource): Promise<string[]> {
  const rows = await sql<{ name: string }>(dataSource.manager, 'select name from migration order by timestamp');
  return rows.map((row) => row.name);
}
