import type { DocumentSearch } from '@tandem/connectors';
import { z } from 'zod';

/** Which documents of the past are meant. */
export const Selection = z
  .strictObject({
    template_ids: z.array(z.string().min(1).max(100)).max(50).describe('Empty: whatever template they were made from'),
    statuses: z.array(z.string().min(1).max(60)).min(1).max(20).describe('As they are now, e.g. document.completed'),
    changed_from: z.iso.datetime({ offset: true }).nullable().describe('When they last changed; inclusive'),
    changed_to: z.iso.datetime({ offset: true }).nullable().describe('Exclusive'),
  })
  .meta({ id: 'BackfillSelection' });
export type Selection = z.infer<typeof Selection>;

/** How far the documents of a selection were listed: the search in hand, and its next page, counted from 1. */
export const Cursor = z.object({ search: z.int(), page: z.int() });
export type Cursor = z.infer<typeof Cursor>;

/** The remote is asked for one status and one template at a time. */
export function searchesOf({ template_ids, statuses, changed_from, changed_to }: Selection): DocumentSearch[] {
  const period = {
    ...(changed_from !== null && { changedFrom: changed_from }),
    ...(changed_to !== null && { changedTo: changed_to }),
  };
  const ofStatus = (status: string): DocumentSearch[] =>
    template_ids.length === 0
      ? [{ status, ...period }]
      : [...new Set(template_ids)].map((templateId) => ({ status, templateId, ...period }));
  return [...new Set(statuses)].flatMap(ofStatus);
}
