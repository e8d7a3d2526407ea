import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SET_UP_REVISION, SetUpRevision } from '../database/set-up-revision.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { Together } from '../database/together.js';
import { JointStatement, Writes, type WritePart } from '../database/writes.js';
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
 * Takes the lanes of the array $1 for worker $2 and $3 seconds, as far as nobody holds them; gives key and token of each.
 * They are locked by their order, so that two who want the same lanes cannot deadlock.
 * @param condition when else a lane is left alone
 */
export const claim = (condition = 'true'): string => `
  with free as (
    select key from lane where key = any($1::text[]) and ${condition} and (lease_until is null or lease_until < now())
    order by key for update)
  update lane set owner = $2, token = token + 1, lease_until = now() + make_interval(secs => $3)
  from free where lane.key = free.key
  returning lane.key, lane.token`;

/** What one holder of a lane writes; it goes with what the holders of others write at the same time. */
interface LaneWrite {
  lease: Lease;
  writes: Writes;
}

/** What came of the parts of a write that was committed. */
export class Written {
  constructor(
    readonly marks: string,
    private readonly answers: Record<string, unknown>,
    private readonly w: number,
  ) {}

  /** What the part answers of this write. `Row` is trusted: the statement of the part says what comes back. */
  of<Row extends object>({ name }: { name: string }): Row[] {
    const answers = (this.answers[name] ?? []) as (Row & { w: number })[];
    return answers.filter(({ w }) => w === this.w);
  }
}

/** The lanes of those who write, locked by their order while they are still held. */
const LANE_WRITE = new JointStatement({
  fence: `select f.w, lane.key, lane.marks from jsonb_to_recordset($1::jsonb) as f (w int, lane text, token bigint)
    join lane on lane.key = f.lane and lane.token = f.token order by lane.key for update of lane`,
  answers: `array(select jsonb_build_object('w', w, 'marks', marks::text) from fence) as held, ${SET_UP_REVISION} as set_up`,
});

/** Gives the lane back, unless work was marked in it since so many marks. */
const RELEASED: WritePart<{ marks: string; due: Date | null }> = {
  name: 'released',
  columns: { marks: 'bigint', due: 'timestamptz' },
  statements: {
    given_back: `update lane set owner = null, lease_until = null, due_at = released.due
      from released join fence using (w) where lane.key = fence.key and lane.marks = released.marks
      returning released.w`,
  },
  answer: 'select w from given_back',
};

/** The table of lanes: who works where, and when there is work next. */
@Injectable()
export class Lanes {
  private readonly together = new Together((some: LaneWrite[]) => this.writeAll(this.dataSource.manager, some));

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
    const row = await sqlOne<{ token: string }>(this.dataSource.manager, claim(), [[lane], owner, LEASE_SECONDS]);
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
   * As `fenced`, in one statement, round trip and commit with what is written in other lanes at the same time.
   * Throws LeaseLost, to whoever has lost his lane and to nobody else.
   * @param tx a transaction to write in, where one statement cannot do it all; the write is alone then
   */
  async fencedWrite(lease: Lease, write: (writes: Writes) => void, tx?: Tx): Promise<Written> {
    const writes = new Writes();
    write(writes);
    const own = { lease, writes };
    const written = tx ? (await this.writeAll(tx, [own]))[0] : await this.together.add(own);
    if (!written) throw new LeaseLost(lease.lane);
    lease.marks = written.marks;
    return written;
  }

  private async writeAll(tx: Tx, some: LaneWrite[]): Promise<(Written | undefined)[]> {
    const fenced = some.map(({ lease: { lane, token } }, w) => ({ w, lane, token }));
    const { statement, parameters } = LANE_WRITE.with(
      fenced,
      some.map(({ writes }) => writes),
    );
    const [row] = await sql<{ held: { w: number; marks: string }[]; set_up: string } & Record<string, unknown>>(
      tx,
      statement,
      parameters,
    );
    if (!row) throw new Error('A select without a from gave no row');
    this.setUp.told(row.set_up);
    const marks = new Map(row.held.map((one) => [one.w, one.marks]));
    return some.map((_, w) => {
      const own = marks.get(w);
      return own === undefined ? undefined : new Written(own, row, w);
    });
  }

  /** Gives the lane back to nobody, with work next at `due`, if none was marked in it since `marks`. See wasReleased. */
  releaseIn(writes: Writes, marks: string, due: Date | null = null): void {
    writes.add(RELEASED, [{ marks, due }]);
  }

  wasReleased(written: Written): boolean {
    return written.of(RELEASED).length > 0;
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
  async letGo(lease: Lease, marks: string, due: Date | null): Promise<boolean> {
    const written = await this.fencedWrite(lease, (writes) => {
      this.releaseIn(writes, marks, due);
    });
    return this.wasReleased(written);
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
