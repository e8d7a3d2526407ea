import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { freshDataSource } from '../testing/fresh-database.js';

it('a connection that breaks between the pool and its user does not end the process', async () => {
  const fresh = await freshDataSource();
  try {
    const { master: pool } = fresh.dataSource.driver as unknown as { master: pg.Pool }; // of TypeORM's PostgresDriver
    const connection = await pool.connect();
    try {
      expect(() => connection.emit('error', new Error('cut off'))).not.toThrow();
    } finally {
      connection.release(true);
    }
  } finally {
    await fresh.close();
  }
});
