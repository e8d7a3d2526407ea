import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetUpRevision } from '../database/set-up-revision.js';
import type { WritePart, Writes } from '../database/writes.js';
import { eventually } from '../testing/eventually.js';
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

  const MARKED: WritePart<{ at: string }> = {
    name: 'marked',
    columns: { at: 'timestamptz' },
    statements: {
      noted: `update lane set due_at = marked.at
        from marked join fence using (w) where lane.key = fence.key returning marked.w, marked.at`,
    },
    answer: 'select w, at from noted',
  };
  const mark = (at: string) => (writes: Writes) => writes.add(MARKED, [{ at }]);
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

  describe('beside those of others', () => {
    const HOW_MANY = 12;
    let leases: Lease[];
    const dueByLane = async () => {
      const rows = await database.dataSource.query<{ due_at: Date }[]>(`select due_at from lane order by key`);
      return rows.map(({ due_at }) => due_at.getUTCFullYear());
    };

    beforeEach(async () => {
      await database.dataSource.query(`delete from lane`);
      leases = [];
      for (let n = 0; n < HOW_MANY; n++) {
        const key = `deal:${String(n).padStart(2, '0')}`;
        await lanes.markDue(database.dataSource.manager, key, new Date('2001-01-01'));
        leases.push((await lanes.claim(key, 'first'))!);
      }
    });

    const writeInAll = (atOf: (n: number) => string) =>
      Promise.allSettled(leases.map((own, n) => lanes.fencedWrite(own, mark(atOf(n)))));

    it('writes with them and is answered its own', async () => {
      const written = await writeInAll((n) => `20${10 + n}-06-01T00:00:00Z`);
      const years = Array.from({ length: HOW_MANY }, (_, n) => 2010 + n);
      expect(await dueByLane()).toEqual(years);
      const answered = written.map((one) => one.status === 'fulfilled' && one.value.of<{ at: string }>(MARKED));
      expect(answered).toEqual(
        years.map((year) => [expect.objectContaining({ at: expect.stringContaining(`${year}-`) })]),
      );
    });

    it('is refused alone when it is lost', async () => {
      await database.dataSource.query(`update lane set token = token + 1 where key = 'deal:03'`);
      const written = await writeInAll(() => '2020-06-01T00:00:00Z');
      expect(written.map(({ status }) => status === 'fulfilled')).toEqual(leases.map((_, n) => n !== 3));
      expect(written[3]).toMatchObject({ reason: expect.any(LeaseLost) });
      expect(await dueByLane()).toEqual(leases.map((_, n) => (n === 3 ? 2001 : 2020)));
    });

    it('is refused when it goes while its write waits for the lane', async () => {
      let written: ReturnType<typeof writeInAll> | undefined;
      await database.dataSource.transaction(async (tx) => {
        await tx.query(`update lane set token = token + 1 where key = 'deal:05'`);
        written = writeInAll(() => '2020-06-01T00:00:00Z');
        await eventually(async () => {
          const [{ waiting }] = await database.dataSource.query(
            `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          expect(waiting).toBe(1);
        });
      });
      expect((await written!).map(({ status }) => status === 'fulfilled')).toEqual(leases.map((_, n) => n !== 5));
      expect(await dueByLane()).toEqual(leases.map((_, n) => (n === 5 ? 2001 : 2020)));
    });

    it('fails alone when what it writes cannot be stored', async () => {
      const written = await writeInAll((n) => (n === 3 ? 'no instant' : '2020-06-01T00:00:00Z'));
      expect(written.map(({ status }) => status === 'fulfilled')).toEqual(leases.map((_, n) => n !== 3));
      expect(await dueByLane()).toEqual(leases.map((_, n) => (n === 3 ? 2001 : 2020)));
    });
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
    const writeLast = async (seen: string) =>
      lanes.wasReleased(
        await lanes.fencedWrite(lease, (writes) => {
          lanes.releaseIn(writes, seen);
        }),
      );
    await lanes.markDue(database.dataSource.manager, 'deal:1', new Date());
    expect(await writeLast(marks)).toBe(false);
    expect(lease.marks).toBe(String(Number(marks) + 1));
    expect(await lanes.claim('deal:1', 'second')).toBeUndefined();
    expect(await writeLast(lease.marks!)).toBe(true);
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
