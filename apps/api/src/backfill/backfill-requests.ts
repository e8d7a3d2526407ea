import { z } from 'zod';
import { backfillStatuses } from './backfill-status.js';
import { Selection } from './selection.js';

const Count = z.int().min(0);

export const NewBackfill = z
  .strictObject({
    recipes: z.array(z.string().min(1).max(120)).min(1).max(10).describe('Keys of published recipes for templates'),
    selection: Selection,
  })
  .meta({ id: 'NewBackfill' });
export type NewBackfill = z.infer<typeof NewBackfill>;

export const BackfillView = z
  .object({
    id: z.uuid(),
    recipes: z.array(z.string()).describe('Their keys'),
    selection: Selection,
    status: z
      .enum(backfillStatuses)
      .describe('counting: the documents are being listed. ready: nothing runs before it is started'),
    reason: z.string().nullable().describe('Why it was paused by itself, or what it waits for'),
    documents: z
      .object({
        found: Count,
        waiting: Count.describe('Their turn has not come'),
        asked: Count.describe('Handed to the recipes'),
        skipped: Count.describe('Handled before, or changed since they were counted'),
        failed: Count.describe('Could not be read'),
      })
      .describe('Once each, whichever recipes want them'),
    runs: z.object({ open: Count, succeeded: Count, failed: Count, skipped: Count }),
    created_at: z.iso.datetime(),
    started_at: z.iso.datetime().nullable(),
    finished_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Backfill' });
export type BackfillView = z.infer<typeof BackfillView>;

export const BackfillList = z.object({ items: z.array(BackfillView) }).meta({ id: 'Backfills' });

export const BackfillDocuments = z
  .object({
    items: z.array(
      z.object({
        document_id: z.string(),
        name: z.string(),
        outcome: z.enum(['asked', 'skipped', 'failed']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'BackfillDocuments' });
export type BackfillDocuments = z.infer<typeof BackfillDocuments>;

export const DocumentsQuery = z.strictObject({
  outcome: z.enum(['asked', 'skipped', 'failed']).optional().describe('Only those; left out: all'),
});
