import { firstIdAt, type Partition, type PartitionedTable } from '../database/partitions.js';

/** How long things are kept, in days. */
export interface Lifetimes {
  payloads: number;
  ledger: number;
}

/** What a run worked with; the rest (`run`, `effect`) is the ledger. */
const PAYLOADS: readonly PartitionedTable[] = ['run_scope', 'step', 'attempt', 'file'];
const DAY_MS = 86_400_000;

/** In this order a month goes: without its scope no run of it can be taken up again, without its run no effect is read. */
export const ORDER: readonly PartitionedTable[] = [...PAYLOADS, 'effect', 'run'];

/** Ids below this one belong to events and payloads that are over. */
export const payloadsEnd = (kept: Lifetimes, now: Date): string => endOf(kept.payloads, now);

/** What was last heard of before this instant is older than the ledger. */
export const ledgerEnd = (kept: Lifetimes, now: Date): Date => new Date(now.getTime() - kept.ledger * DAY_MS);

/** True when all of the month is older than its table's lifetime. */
export function isOver({ table, to }: Pick<Partition, 'table' | 'to'>, kept: Lifetimes, now: Date): boolean {
  return to <= endOf(PAYLOADS.includes(table) ? kept.payloads : kept.ledger, now);
}

/**
 * The ids of the runs that need what lies in a month. A file has no run: any that began before the month's end may
 * have fetched it.
 */
export const neededBy = ({ table, from, to }: Partition): { from: string; to: string } => ({
  from: table === 'file' || from === undefined ? firstIdAt(new Date(0)) : from,
  to,
});

const endOf = (days: number, now: Date): string => firstIdAt(new Date(now.getTime() - days * DAY_MS));
