import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import { fillEveryTable } from '../testing/fill-every-table.js';
import { KeptOfSetUp, SET_UP_REVISION, SetUpRevision } from './set-up-revision.js';

describe('the number of the set-up', () => {
  let database: FreshDataSource;
  beforeEach(async () => {
    database = await freshDataSource();
    await fillEveryTable(database.dataSource);
  });
  afterEach(() => database.close());

  const query = (statement: string) => database.dataSource.query(statement);
  const revision = async () => Number((await query(`select ${SET_UP_REVISION} as value`))[0].value);

  it.each([
    `update connection set status = 'paused'`,
    `update automation set enabled = false`,
    'update recipe set published_version = 1',
    'delete from recipe',
  ])('grows with %s', async (change) => {
    const before = await revision();
    await query(change);
    expect(await revision()).toBeGreaterThan(before);
  });

  it('stays as it is while events and runs come and go', async () => {
    const before = await revision();
    await query('delete from run');
    await query('update lane set marks = marks + 1');
    expect(await revision()).toBe(before);
  });
});

describe('what is kept of the set-up', () => {
  it('is read once, and again when a newer number is heard', async () => {
    const setUp = new SetUpRevision();
    const kept = new KeptOfSetUp<number>(setUp);
    let reads = 0;
    const read = () => kept.of('key', () => Promise.resolve(++reads));
    expect([await read(), await read()]).toEqual([1, 1]);
    setUp.told('7');
    expect([await read(), await read()]).toEqual([2, 2]);
    setUp.told('6');
    expect(await read()).toBe(2);
  });

  it('never is a failure', async () => {
    const kept = new KeptOfSetUp<number>(new SetUpRevision());
    await expect(kept.of('key', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await kept.of('key', () => Promise.resolve(1))).toBe(1);
  });
});
