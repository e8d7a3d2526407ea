import pg from 'pg';
import { SUPERUSER } from './make-cluster.js';

const DATABASE = 'tandem';

/** The address of a database behind a Unix socket, in the one form that pg, TypeORM and `DATABASE_URL` share. */
export const socketUrl = (folder: string, database = DATABASE): string =>
  `postgresql://${SUPERUSER}@${encodeURIComponent(folder)}:5432/${database}`;

/** Makes our database inside a new cluster; does nothing when it is there. */
export async function ensureDatabase(socketFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: socketUrl(socketFolder, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
