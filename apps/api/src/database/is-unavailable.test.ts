import { describe, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.js';
import { freshDatabase } from '../testing/fresh-database.js';
import { isBrokenOff, isUnavailable } from './is-unavailable.js';
import { dataSourceOptions, openDataSource } from './open-data-source.js';

describe('a statement', () => {
  const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('knows a connection that broke in the middle of a transaction', async () => {
    const database = await freshDatabase();
    const dataSource = await openDataSource(dataSourceOptions(database.url, 2));
    try {
      const broken = dataSource.transaction(async (tx) => {
        const [{ pid }] = await tx.query('select pg_backend_pid() as pid');
        await dataSource.query('select pg_terminate_backend($1)', [pid]);
        await eventually(async () => {
          const left = await dataSource.query('select 1 from pg_stat_activity where pid = $1', [pid]);
          if (left.length > 0) throw new Error('It still lives');
        });
        await new Promise((resolve) => setImmediate(resolve));
      });
      expect(isUnavailable(await thrownBy(broken))).toBe(true);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });

  it('tells a database that cut the connection from one that refuses', async () => {
    const database = await freshDatabase();
    const dataSource = await openDataSource(dataSourceOptions(database.url, 2));
    try {
      const refused = await thrownBy(dataSource.query('select 1 / 0'));
      const cutOff = await thrownBy(dataSource.query('select pg_terminate_backend(pg_backend_pid())'));
      expect([cutOff, refused].map(isUnavailable)).toEqual([true, false]);
      expect(refused).toBeInstanceOf(Error);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });

  it('loses its locks to others when its process stands still in the middle of a transaction', async () => {
    const database = await freshDatabase();
    const dataSource = await openDataSource(dataSourceOptions(database.url, 4));
    try {
      const limit = 'idle_in_transaction_session_timeout';
      const [shown] = await dataSource.query(`show ${limit}`);
      expect(shown).toEqual({ [limit]: '10s' });
      await dataSource.query('create table lock_me as select 1 as id');
      const awakened = await thrownBy(
        dataSource.transaction(async (tx) => {
          await tx.query(`set local ${limit} = 50`);
          await tx.query('select * from lock_me for update');
          await eventually(() => dataSource.query('select * from lock_me for update nowait'));
          await tx.query('select 1');
        }),
      );
      expect(isUnavailable(awakened)).toBe(true);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });

  it('may be tried again after a deadlock, in which the database was there all the time', async () => {
    const database = await freshDatabase();
    const dataSource = await openDataSource(dataSourceOptions(database.url, 4));
    try {
      await dataSource.query('create table lock_me as select id from generate_series(1, 2) id');
      const lock = 'select 1 from lock_me where id = $1 for update';
      let ready = 0;
      const take = (first: number, second: number): Promise<unknown> =>
        thrownBy(
          dataSource.transaction(async (tx) => {
            await tx.query(lock, [first]);
            ready += 1;
            await eventually(() => {
              expect(ready).toBe(2);
            });
            await tx.query(lock, [second]);
          }),
        );
      const victims = (await Promise.all([take(1, 2), take(2, 1)])).filter((thrown) => thrown !== undefined);
      expect(victims.map((thrown) => [isBrokenOff(thrown), isUnavailable(thrown)])).toEqual([[true, false]]);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });
});
