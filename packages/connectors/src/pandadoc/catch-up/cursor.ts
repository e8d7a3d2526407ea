import type { Json } from '@tandem/recipes';
import { z } from 'zod';

/** How far the history of deliveries was read. */
const Deliveries = z.object({
  /** Everything that happened before this was seen. */
  since: z.string(),
  /** How many milliseconds are listed at a time while there is much to catch up with; null: all up to now. */
  spanMs: z.number().nullable().default(null),
  /** Failed ones whose body is still to be read: the newest first, as they are listed. */
  unread: z.array(z.string()),
  /** Those read lately, which the next look meets again. */
  read: z.array(z.string()),
});
export type Deliveries = z.infer<typeof Deliveries>;

/** How far a list of changed documents was read. */
const Position = z.object({
  since: z.string(),
  /** Grows only while more documents share the moment `since` than fit on a page. */
  page: z.int(),
  running: z.boolean(),
});
export type Position = z.infer<typeof Position>;

const Cursor = z.object({ deliveries: Deliveries, changed: Position, deleted: Position });
export type Cursor = z.infer<typeof Cursor>;

/** Null when there is none yet, or one of an older make: then catching up begins now. */
export function readCursor(stored: Json): Cursor | null {
  const parsed = Cursor.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export function startCursor(now: Date): Cursor {
  const since = now.toISOString();
  const position = { since, page: 1, running: false };
  return { deliveries: { since, spanMs: null, unread: [], read: [] }, changed: position, deleted: position };
}

/** ISO text some milliseconds earlier. */
export const earlier = (iso: string, ms: number): string => new Date(Date.parse(iso) - ms).toISOString();
