import type { Json } from '@tandem/recipes';
import { z } from 'zod';

/** How far a scan over what was modified has come. */
const Position = z.object({
  /** Everything modified before this was seen; epoch milliseconds. */
  since: z.number(),
  /** Rows already read of those modified at exactly `since`, where more share that moment than fit on a page. */
  skip: z.number().int(),
  /** Whether the scan stopped in the middle. */
  running: z.boolean(),
});
export type Position = z.infer<typeof Position>;

const Cursor = z.object({
  deals: Position,
  items: Position,
  /** The properties that are looked at, as they were when the account was last asked which there are. */
  watched: z.object({
    deal: z.array(z.string()),
    item: z.array(z.string()),
    /** Those of them that are numbers. */
    numbers: z.array(z.string()),
    at: z.number(),
  }),
});
export type Cursor = z.infer<typeof Cursor>;
export type Watched = Cursor['watched'];

/** Null when there is none yet, or one of an older make: then the trigger begins anew. */
export function readCursor(stored: Json): Cursor | null {
  const parsed = Cursor.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Search is some seconds behind, so each scan begins a little before where the last one ended. */
const OVERLAP_MS = 60_000;
export const PAGE = 200;
/** HubSpot's search pages no further than 10,000 rows. */
const DEEPEST_SKIP = 9_800;

export const startPosition = (now: Date): Position => ({ since: now.getTime(), skip: 0, running: false });

export const scanFrom = (position: Position): number =>
  position.running ? position.since : position.since - OVERLAP_MS;

/**
 * Where the scan stands after a page that began at `from`; `times` are the page's moments of modification, ascending.
 * A full page always moves the scan on, also when a bulk edit gave thousands of records the same moment.
 */
export function advance(position: Position, from: number, times: readonly number[]): Position {
  const last = times.at(-1);
  if (last === undefined || times.length < PAGE) {
    return { since: Math.max(position.since, last ?? 0), skip: 0, running: false };
  }
  if (last > from) return { since: last, skip: 0, running: true };
  const skip = position.skip + times.length;
  return skip > DEEPEST_SKIP ? { since: from + 1, skip: 0, running: true } : { since: from, skip, running: true };
}
