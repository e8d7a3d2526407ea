import type { DataSource, DataSourceOptions } from 'typeorm';
import { DataSourceOfEngine } from './data-source-of-engine.js';
import { readMigrations } from './sql-migrations.js';
import { SteadyClient } from './steady-client.js';

/** Requests, polls, the sweeper, the health check and what lanes do beside their usual writes stay below this. */
const POOL_SIZE = 20;
const CONNECT_WITHIN_MS = 10_000;
/**
 * A process that is paused or cut off in the middle of a transaction would hold its locks for as long as it lasts, and
 * with them the calls of an account or a lane. Shorter than a lease, so that whoever takes over need not wait.
 */
const IDLE_IN_TRANSACTION_MS = 10_000;

/** How TypeORM reaches the database at `url`; the schema is made by migrations and by nothing else. */
export function dataSourceOptions(url: string, poolSize = POOL_SIZE): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'tandem',
    connectTimeoutMS: CONNECT_WITHIN_MS,
    extra: { Client: SteadyClient, idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS },
    migrations: readMigrations(),
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
  };
}

/** Connects. Throws an error that names the server without its password. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = new DataSourceOfEngine(options);
  try {
    return await dataSource.initialize();
  } catch (cause) {
    const url = 'url' in options && options.url ? new URL(options.url) : undefined;
    const place = url ? `${decodeURIComponent(url.host)}${url.pathname}` : 'the configured address';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The database at ${place} cannot be used: ${reason}. Check DATABASE_URL.`, { cause });
  }
}
