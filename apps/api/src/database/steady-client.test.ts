import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { freshDataSource } from '../testing/fresh-database.js';
import { prepared } from './prepared.js';

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

it('plans a statement once that is marked as prepared', async () => {
  const fresh = await freshDataSource();
  try {
    await fresh.dataSource.transaction(async (tx) => {
      for (const n of [1, 2]) expect(await tx.query(prepared('select $1::int as n'), [n])).toEqual([{ n }]);
      expect(await tx.query('select $1::int as n', [3])).toEqual([{ n: 3 }]);
      const kept = await tx.query('select statement from pg_prepared_statements');
      expect(kept).toEqual([{ statement: prepared('select $1::int as n') }]);
    });
  } finally {
    await fresh.close();
  }
});
