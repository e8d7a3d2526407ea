import type { RunSummary } from '../api/generated/types.gen.js';

export interface MergedRuns {
  /** The rows in the order in which they stand, with what is newest about each. */
  rows: RunSummary[];
  /** Runs that are newer than all of the rows, newest first. */
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
  const meeting = latest.findIndex(({ id }) => known.has(id));
  const newcomers = (meeting === -1 ? latest : latest.slice(0, meeting)).filter(({ id }) => !known.has(id));
  return { rows, newcomers, hasGap: meeting === -1 && shown.length > 0 && latest.length > 0 };
}
