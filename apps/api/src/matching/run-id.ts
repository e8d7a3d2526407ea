import { createHash } from 'node:crypto';

/**
 * The id of the run that an event starts of a recipe for a document. It is the same each time, so the primary key of
 * `run` keeps an event from starting anything twice. A UUIDv7 with the event's instant: runs sort by age, and lie in
 * the month of their event.
 */
export function runIdOf(eventId: string, recipeId: string, documentId: string | null): string {
  const instant = eventId.slice(0, 13);
  const hash = createHash('sha256')
    .update(JSON.stringify([eventId, recipeId, documentId]))
    .digest('hex');
  const variant = ((parseInt(hash.charAt(3), 16) & 3) | 8).toString(16);
  return `${instant}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}
