import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetUpRevision } from '../database/set-up-revision.js';
import type { Writes } from '../database/writes.js';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import { LeaseLost, Lanes, type Lease } from './lanes.js';

describe('the lease of a lane', () => {
  let database: FreshDataSource;
  let lanes: Lanes;
  let lease: Lease;

  beforeEach(async () => {
    database = await freshDataSource();
    lanes = new Lanes(database.dataSource, new SetUpRevision());
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

  const mark = (at: string) => (writes: Writes) => {
    writes.add('marked', `update lane set due_at = $1::timestamptz from fence where lane.key = fence.key`, [at]);
  };
  const dueAt = async () =>
    (await database.dataSource.query(`select due_at from lane`))[0].due_at?.toISOString() ?? null;

  it('lets a single statement write while it is held, and nothing of it afterwards', async () => {
    await lanes.fencedWrite(lease, mark('2026-01-01T00:00:00.000Z'));
    expect(await dueAt()).toBe('2026-01-01T00:00:00.000Z');
    await runsOut();
    await lanes.claim('deal:1', 'second');
    await expect(lanes.fencedWrite(lease, mark('2027-01-01T00:00:00.000Z'))).rejects.toThrow(LeaseLost);
    expect(await dueAt()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is not given back while there is work that its holder has not seen', async () => {
    const [{ marks }] = await database.dataSource.query(`select marks from lane`);
    await lanes.markDue(database.dataSource.manager, 'deal:1', new Date());
    expect(await lanes.letGo(lease, marks, null)).toBe(false);
    expect(await lanes.claim('deal:1', 'second')).toBeUndefined();
    expect(await lanes.letGo(lease, String(Number(marks) + 1), null)).toBe(true);
    expect(await lanes.claim('deal:1', 'second')).toBeDefined();
    await expect(lanes.letGo(lease, marks, null)).rejects.toThrow(LeaseLost);
  });

  it('goes with the last write, unless there is work that its holder has not seen', async () => {
    const [{ marks }] = await database.dataSource.query(`select marks from lane`);
    const writeLast = (seen: string) =>
      lanes.fencedWrite<{ released: boolean }>(
        lease,
        (writes) => {
          lanes.releaseIn(writes, seen);
        },
        {
          select: 'exists (select 1 from released) as released',
        },
      );
    await lanes.markDue(database.dataSource.manager, 'deal:1', new Date());
    expect(await writeLast(marks)).toMatchObject({ released: false });
    expect(lease.marks).toBe(String(Number(marks) + 1));
    expect(await lanes.claim('deal:1', 'second')).toBeUndefined();
    expect(await writeLast(lease.marks!)).toMatchObject({ released: true });
    expect(await dueAt()).toBeNull();
    expect(await lanes.claim('deal:1', 'second')).toBeDefined();
    await expect(writeLast(lease.marks!)).rejects.toThrow(LeaseLost);
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
