import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import { LeaseLost, Lanes, type Lease } from './lanes.js';

describe('the lease of a lane', () => {
  let database: FreshDataSource;
  let lanes: Lanes;
  let lease: Lease;

  beforeEach(async () => {
    database = await freshDataSource();
    lanes = new Lanes(database.dataSource);
    await lanes.markDue(database.dataSource.manager, 'deal:1', new Date());
    lease = (await lanes.claim('deal:1', 'first'))!;
  });
  afterEach(() => database.close());

  const runsOut = () => database.dataSource.query(`update lane set lease_until = now() - interval '1 second'`);
  const wasPaused = (): void => {
    lease.confirmed = { ...lease.confirmed, wallMs: lease.confirmed.wallMs - 20_000 };
  };

  it('keeps others out of the lane', async () => {
    expect(await lanes.claim('deal:1', 'second')).toBeUndefined();
  });

  it('is lost to the next holder: nothing can be written on its strength any more', async () => {
    await runsOut();
    expect(await lanes.claim('deal:1', 'second')).toBeDefined();
    await expect(lanes.fenced(lease, () => Promise.resolve())).rejects.toThrow(LeaseLost);
    await expect(lanes.renew(lease)).rejects.toThrow(LeaseLost);
  });

  it('is not believed in after a pause in which somebody else took the lane', async () => {
    await runsOut();
    await lanes.claim('deal:1', 'second');
    wasPaused();
    await expect(lanes.ensureHeld(lease)).rejects.toThrow(LeaseLost);
  });

  it('goes on after a pause in which nobody took the lane', async () => {
    await runsOut();
    wasPaused();
    await lanes.ensureHeld(lease);
    expect(await lanes.claim('deal:1', 'second')).toBeUndefined();
  });

  it('costs no look into the database while it is young', async () => {
    await database.dataSource.query(`delete from lane`);
    await expect(lanes.ensureHeld(lease)).resolves.toBeUndefined();
  });
});
