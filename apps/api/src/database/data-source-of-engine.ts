import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SteadyClient } from './steady-client.js';

/** Few: a lane's write waits for company rather than for a connection, and each connection makes its own plans. */
const CONNECTIONS = 6;

/**
 * One plan for all parameters, which goes through indexes. PostgreSQL would plan each statement five times more, and
 * keep on doing so where months are many; and what it knows of a young or a fast growing table is soon untrue.
 */
const PLANS = [
  ...['plan_cache_mode=force_generic_plan', 'jit=off'],
  ...['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'],
];

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Has connections of their own for the statements on the way of an event, which are `plannedOnce`. */
export class DataSourceOfEngine extends DataSource {
  private pool: pg.Pool | undefined;

  /** Undefined while the database is not open. */
  get engine(): pg.Pool | undefined {
    if (!this.isInitialized) return undefined;
    this.pool ??= this.open();
    return this.pool;
  }

  override async destroy(): Promise<void> {
    const { pool } = this;
    this.pool = undefined;
    await pool?.end();
    await super.destroy();
  }

  private open(): pg.Pool {
    const { url, applicationName, connectTimeoutMS } = this.options as PostgresOptions; // as dataSourceOptions makes them
    const pool = new pg.Pool({
      ...(url !== undefined && { connectionString: url }),
      ...(applicationName !== undefined && { application_name: applicationName }),
      ...(connectTimeoutMS !== undefined && { connectionTimeoutMillis: connectTimeoutMS }),
      max: CONNECTIONS,
      Client: SteadyClient,
      options: PLANS.map((setting) => `-c ${setting}`).join(' '),
    });
    return pool.on('error', () => undefined); // the next statement says so
  }
}
