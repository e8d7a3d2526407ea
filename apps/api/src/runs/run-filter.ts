import { z } from 'zod';
import { firstIdAt } from '../database/partitions.js';
import { Where } from '../database/where.js';

export const RunStatusName = z.enum([
  'queued',
  'running',
  'waiting',
  'succeeded',
  'succeeded_with_differences',
  'failed',
  'cancelled',
  'skipped',
]);

/** Which runs: the members that the list, the groups, the chart and a bulk retry have in common. */
export const runFilter = {
  status: RunStatusName.optional(),
  recipe: z.string().max(100).optional().describe('Key of the recipe'),
  template: z.string().max(100).optional().describe('PandaDoc template id'),
  deal: z.string().max(100).optional().describe('HubSpot deal id'),
  document: z.string().max(100).optional().describe('PandaDoc document id'),
  event: z.uuid().optional(),
  group: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'Take the id of a failure group, unchanged.')
    .optional()
    .describe('Id of a failure group'),
  text: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Part of the name of the document or the deal or of what was said; or one of their ids'),
  from: z.iso.datetime({ offset: true }).optional().describe('Its event came at or after'),
  to: z.iso.datetime({ offset: true }).optional().describe('Its event came before'),
};
export type RunFilter = z.infer<z.ZodObject<typeof runFilter>>;

/**
 * The conditions on `run` but for `text`. Each is answered by an index that ends with the id, newest first, so any one
 * of them is quick whatever the number of runs; the time is a range of ids.
 */
export const whereRuns = (filter: RunFilter): Where =>
  new Where()
    .and('run.status = ?', filter.status)
    .and('run.recipe_id = (select id from recipe where key = ?)', filter.recipe)
    .and('run.template_id = ?', filter.template)
    .and('run.deal_id = ?', filter.deal)
    .and('run.document_id = ?', filter.document)
    .and('run.event_id = ?', filter.event)
    .and('run.failure_group = ?', filter.group)
    .and('run.id >= ?', filter.from && firstIdAt(new Date(filter.from)))
    .and('run.id < ?', filter.to && firstIdAt(new Date(filter.to)));
