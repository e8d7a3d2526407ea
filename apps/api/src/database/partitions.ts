import type { DataSource } from 'typeorm';
import { sql, type Tx } from './sql.js';

/** The tables that are cut into months by the time inside a UUIDv7: their own, or that of the run they belong to. */
export const PARTITIONED = ['run', 'run_scope', 'step', 'attempt', 'effect', 'file'] as const;
export type PartitionedTable = (typeof PARTITIONED)[number];

/** Months are made this far ahead: as long may the upkeep fail before a row finds no place. */
export const MONTHS_AHEAD = 3;

/** One month of a table. Ids from `from` (undefined: from the beginning of time) up to but without `to` lie in it. */
export interface Partition {
  table: PartitionedTable;
  name: string;
  from: string | undefined;
  to: string;
}

/** The smallest UUIDv7 of an instant: every id made before it sorts below, every later one above. */
export function firstIdAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** The instant inside a UUIDv7. */
export const instantOf = (id: string): Date => new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16));

/** The first instant of the month that is `months` after the one of `instant`, in UTC. */
export const monthStart = (instant: Date, months = 0): Date =>
  new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + months));

/**
 * The months that a table still lacks, oldest first, up to MONTHS_AHEAD after `now`. The very first one reaches back to
 * the beginning of time, so that no id is too old.
 * @param lastTo where the youngest partition there is ends; undefined: there is none
 */
export function missingPartitions(table: PartitionedTable, lastTo: string | undefined, now: Date): Partition[] {
  const last = monthStart(now, MONTHS_AHEAD + 1);
  const missing: Partition[] = [];
  let from = lastTo;
  let start = lastTo === undefined ? monthStart(now) : instantOf(lastTo);
  while (start < last) {
    const to = firstIdAt(monthStart(start, 1));
    missing.push({ table, name: `${table}_${start.toISOString().slice(0, 7).replace('-', '_')}`, from, to });
    from = to;
    start = instantOf(to);
  }
  return missing;
}

/** The months of a table, oldest first. */
export async function partitionsOf(tx: Tx, table: PartitionedTable): Promise<Partition[]> {
  const rows = await sql<{ name: string; bounds: string }>(
    tx,
    `select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds
     from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = $1::regclass and not i.inhdetachpending`,
    [table],
  );
  return rows.map(({ name, bounds }) => ({ table, name, ...readBounds(bounds) })).sort(byEnd);
}

/**
 * Makes the months that are missing. Each is made beside its table and then attached, which waits for no reader and no
 * writer of the table; `create table … partition of` would stop them all.
 */
export async function makePartitions(dataSource: DataSource, now: Date): Promise<void> {
  for (const table of PARTITIONED) {
    const present = await partitionsOf(dataSource.manager, table);
    for (const missing of missingPartitions(table, present.at(-1)?.to, now)) {
      await dataSource.transaction((tx) => makePartition(tx, missing));
    }
  }
}

async function makePartition(tx: Tx, { table, name, from, to }: Partition): Promise<void> {
  await tx.query(`set local lock_timeout = '5s'`);
  await tx.query(`create table ${name} (like ${table} including defaults including constraints including storage)`);
  await tx.query(attachStatement({ table, name, from, to }));
}

/** Names and bounds are our own or PostgreSQL's, never a person's. */
export const attachStatement = ({ table, name, from, to }: Partition): string =>
  `alter table ${table} attach partition ${name} for values from (${from ? `'${from}'` : 'minvalue'}) to ('${to}')`;

function readBounds(bounds: string): Pick<Partition, 'from' | 'to'> {
  const [, from, to] = /^FOR VALUES FROM \((.+)\) TO \('(.+)'\)$/.exec(bounds) ?? [];
  if (!from || !to) throw new Error(`A partition has the bounds “${bounds}”, which Tandem never makes`);
  return { from: from === 'MINVALUE' ? undefined : from.slice(1, -1), to };
}

const byEnd = (a: Partition, b: Partition): number => (a.to < b.to ? -1 : 1);
