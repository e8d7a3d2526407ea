import type { RunSummary } from '../api/generated/types.gen.js';

export interface MergedRuns {
  /** The rows in the order in which they stand, with what is newest about each. */
  rows: RunSummary[];
  /** Runs that are newer than the last of the rows, newest first. */
  newcomers: RunSummary[];
  /** More came than one page holds: what lies between is not known. */
  hasGap: boolean;
}

/**
 * Brings the shown rows up to date without moving one of them.
 * @param shown newest first
 * @param latest the newest page as it is now, newest first
 */
export function mergeRuns(shown: readonly RunSummary[], latest: readonly RunSummary[]): MergedRuns {
  const fresh = new Map(latest.map((run) => [run.id, run]));
  const rows = shown.map((run) => fresh.get(run.id) ?? run);
  const known = new Set(shown.map(({ id }) => id));
  // Runs stand in the order of their events: one whose event waited for its lane comes in between.
  const meets = latest.some(({ id }) => known.has(id));
  const last = shown.at(-1);
  const newcomers = latest.filter(({ id }) => !known.has(id) && (last === undefined || id > last.id));
  return { rows, newcomers, hasGap: !meets && shown.length > 0 && latest.length > 0 };
}
