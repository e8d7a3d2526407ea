import { afterEach, describe, expect, it } from '@jest/globals';
import { sql } from '../database/sql.js';
import { freshDataSource, type FreshDataSource } from './fresh-database.js';

describe('a fresh database', () => {
  const open: FreshDataSource[] = [];
  const fresh = async (): Promise<FreshDataSource> => {
    const one = await freshDataSource();
    open.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  it('has the schema and shows nothing of its neighbour', async () => {
    const [mine, yours] = [await fresh(), await fresh()];
    await mine.dataSource.query(`insert into lane (key) values ('deal:1')`);
    expect(await sql(mine.dataSource.manager, 'select key from lane')).toHaveLength(1);
    expect(await sql(yours.dataSource.manager, 'select key from lane')).toEqual([]);
  });

  it('is quick to make', async () => {
    const before = performance.now();
    await fresh();
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
