import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { SET_UP_REVISION, SetUpRevision } from '../database/set-up-revision.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { Writes } from '../database/writes.js';
import { momentNow, secondsSince, type Moment } from './moment.js';

/** The right to work in a lane until `lease_until`; the token fences out whoever held it before. */
export interface Lease {
  lane: string;
  token: string;
  /** When it was last certain that nobody else may take the lane for LEASE_SECONDS. Moves on with each renewal. */
  confirmed: Moment;
  /** How often work had been marked in the lane at its holder's last write. */
  marks?: string;
}

/** Thrown when somebody else has taken the lane: stop at once and write nothing more. */
export class LeaseLost extends Error {
  constructor(lane: string) {
    super(`The lease of lane ${lane} was taken over`);
  }
}

/** A dead worker holds its lane no longer than this; a living one renews three times in it. */
export const LEASE_SECONDS = 15;
/** What is sent with the last of a lease still has to get to the remote. */
const MARGIN_SECONDS = 3;

/** @param rows selects key, instant and 1; sorted by key, so that two commits over the same lanes cannot deadlock */
export const MARK_DUE = (rows: string): string => `
  insert into lane (key, due_at, marks) ${rows}
  on conflict (key) do update set marks = lane.marks + 1,
    due_at = least(coalesce(lane.due_at, excluded.due_at), excluded.due_at)`;

/**
 * Takes lane $1 for worker $2 and $3 seconds, if nobody holds it; gives the token.
 * @param condition when else it is left alone
 */
export const claim = (condition = 'true'): string => `
  update lane set owner = $2, token = token + 1, lease_until = now() + make_interval(secs => $3)
  where key = $1 and ${condition} and (lease_until is null or lease_until < now())
  returning token`;

const CLAIM = prepared(claim());

/** The table of lanes: who works where, and when there is work next. */
@Injectable()
export class Lanes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly setUp: SetUpRevision,
  ) {}

  /** Says in the caller's transaction that the lane has work from `at` on. */
  async markDue(tx: Tx, lane: string, at: Date): Promise<void> {
    await tx.query(MARK_DUE(`values ($1, $2::timestamptz, 1)`), [lane, at]);
  }

  /** Undefined when another worker holds the lane. */
  async claim(lane: string, owner: string): Promise<Lease | undefined> {
    const confirmed = momentNow();
    const row = await sqlOne<{ token: string }>(this.dataSource.manager, CLAIM, [lane, owner, LEASE_SECONDS]);
    return row && { lane, token: row.token, confirmed };
  }

  /** Throws LeaseLost when the lane was taken over. */
  async renew(lease: Lease): Promise<void> {
    const confirmed = momentNow();
    const row = await sqlOne(
      this.dataSource.manager,
      `update lane set lease_until = now() + make_interval(secs => $3) where key = $1 and token = $2 returning key`,
      [lease.lane, lease.token, LEASE_SECONDS],
    );
    if (!row) throw new LeaseLost(lease.lane);
    lease.confirmed = confirmed;
  }

  /**
   * Comes back when nobody else may work in the lane: at once while the lease is young, after a look into the database
   * when this process may have been paused beyond it. Throws LeaseLost.
   */
  async ensureHeld(lease: Lease): Promise<void> {
    if (secondsSince(lease.confirmed) > LEASE_SECONDS - MARGIN_SECONDS) await this.renew(lease);
  }

  /** Runs `work` in a transaction that no later holder of the lane can overtake. Throws LeaseLost. */
  async fenced<T>(lease: Lease, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await this.refuseUnlessHeld(tx, lease);
      return work(tx);
    });
  }

  /**
   * As `fenced`, in a single statement and round trip: `write` adds its parts to a `with` that begins with `fence`, one
   * row while the lane is held and none otherwise, and each part selects from it. Answers what `select` gives.
   * @param options.tx a transaction to write in, where one statement cannot do it all
   */
  async fencedWrite<Row extends object>(
    lease: Lease,
    write: (writes: Writes) => void,
    { select = 'null as nothing', tx = this.dataSource.manager }: { select?: string; tx?: Tx } = {},
  ): Promise<Partial<Row>> {
    const writes = new Writes().add('fence', `select key, marks from lane where key = $1 and token = $2 for update`, [
      lease.lane,
      lease.token,
    ]);
    write(writes);
    const statement = writes.text(
      `select (select marks from fence) as marks, ${SET_UP_REVISION} as set_up, ${select} from (select 1) one`,
    );
    const row = await sqlOne<{ marks: string | null; set_up: string } & Row>(
      tx,
      prepared(statement),
      writes.parameters,
    );
    if (!row || row.marks === null) throw new LeaseLost(lease.lane);
    lease.marks = row.marks;
    this.setUp.told(row.set_up);
    return row;
  }

  /**
   * A part of a fenced write that gives the lane back to nobody, with nothing to do, if no work was marked in it since
   * `marks`. Select `exists (select 1 from released)` to know whether it did.
   */
  releaseIn(writes: Writes, marks: string): void {
    writes.add(
      'released',
      `update lane set owner = null, lease_until = null, due_at = null from fence
       where lane.key = fence.key and lane.marks = $1 returning lane.key`,
      [marks],
    );
  }

  /** The fence inside a transaction that another room has opened. Throws LeaseLost. */
  async refuseUnlessHeld(tx: Tx, lease: Lease): Promise<void> {
    const row = await sqlOne(tx, `select key from lane where key = $1 and token = $2 for update`, [
      lease.lane,
      lease.token,
    ]);
    if (!row) throw new LeaseLost(lease.lane);
  }

  /**
   * Gives the lane back. `nextDue` is asked while the row is locked, so that work which arrives meanwhile is not missed.
   * Answers when the lane has work next; null for none.
   */
  async release(lease: Lease, nextDue: (tx: Tx) => Promise<Date | null>): Promise<Date | null> {
    return this.fenced(lease, async (tx) => {
      const due = await nextDue(tx);
      await tx.query(`update lane set owner = null, lease_until = null, due_at = $2 where key = $1`, [lease.lane, due]);
      return due;
    });
  }

  /**
   * Gives the lane back as whoever holds it last saw it. Answers false, and keeps it, when work has arrived since.
   * Throws LeaseLost.
   * @param marks of the lane, read before or together with what `due` was decided on
   */
  async letGo({ lane, token }: Lease, marks: string, due: Date | null): Promise<boolean> {
    const row = await sqlOne<{ held: boolean; released: boolean }>(
      this.dataSource.manager,
      prepared(`with released as (
         update lane set owner = null, lease_until = null, due_at = $4
         where key = $1 and token = $2 and marks = $3 returning key)
       select exists (select 1 from released) as released,
         exists (select 1 from lane where key = $1 and token = $2) as held`),
      [lane, token, marks, due],
    );
    if (!row?.held) throw new LeaseLost(lane);
    return row.released;
  }

  /** Lanes with work that nobody holds: what was never woken, or whose worker died. */
  async due(limit: number): Promise<string[]> {
    const rows = await sql<{ key: string }>(
      this.dataSource.manager,
      `select key from lane
       where due_at <= now() and (lease_until is null or lease_until < now())
       order by due_at limit $1`,
      [limit],
    );
    return rows.map((row) => row.key);
  }
}
