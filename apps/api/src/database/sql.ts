import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { DataSourceOfEngine } from './data-source-of-engine.js';
import { isPlannedOnce } from './prepared.js';

/** An open transaction, or the data source's own manager: whoever writes is handed one, none is ambient. */
export type Tx = EntityManager;

/**
 * Runs one statement and gives its rows. TypeORM answers UPDATE and DELETE with [rows, count]; here rows are rows.
 * `Row` is trusted: the statement beside the call says what comes back.
 */
export async function sql<Row extends object>(tx: Tx, statement: string, parameters: unknown[] = []): Promise<Row[]> {
  const pool = tx.queryRunner ? undefined : poolFor(statement, tx.dataSource);
  if (pool) return (await pool.query<Row>(statement, parameters)).rows;
  const result: unknown = await tx.query(statement, parameters);
  if (!Array.isArray(result)) return [];
  const isPair = result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (isPair ? result[0] : result) as Row[];
}

/** As `sql`, for statements that give at most one row. */
export async function sqlOne<Row extends object>(
  tx: Tx,
  statement: string,
  parameters: unknown[] = [],
): Promise<Row | undefined> {
  return (await sql<Row>(tx, statement, parameters))[0];
}

/**
 * A statement outside of a transaction goes straight to a pool: TypeORM's way there costs more than sending it.
 * Undefined before the database is opened and after it is closed; TypeORM says so then.
 */
function poolFor(statement: string, dataSource: DataSource): pg.Pool | undefined {
  if (dataSource instanceof DataSourceOfEngine && isPlannedOnce(statement)) return dataSource.engine;
  const { driver } = dataSource;
  return 'master' in driver ? (driver.master as pg.Pool | undefined) : undefined; // as PostgresDriver declares it, as any
}
