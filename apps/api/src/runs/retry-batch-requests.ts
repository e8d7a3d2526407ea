import { z } from 'zod';
import { runFilter } from './run-filter.js';
import { RetryBody } from './run-requests.js';

/** How many runs one batch takes at most; of more, the newest are taken. */
export const BATCH_LIMIT = 5_000;

export const RetryBatchBody = z
  .strictObject({
    mode: RetryBody.shape.mode,
    run_ids: z.array(z.uuid()).min(1).max(BATCH_LIMIT).optional(),
    filter: z.strictObject(runFilter).optional().describe('As of GET /api/runs; `status` is failed when left out'),
  })
  .refine(({ run_ids, filter }) => (run_ids === undefined) !== (filter === undefined), {
    message: 'Name the runs either by `run_ids` or by a `filter`.',
  })
  .meta({ id: 'RetryBatchRequest' });
export type RetryBatchBody = z.infer<typeof RetryBatchBody>;

export const LeftOutReason = z
  .enum(['open', 'not_resumable', 'retried', 'superseded'])
  .describe(
    'open: still at work. not_resumable: it did not stop at a step. retried: a later run has taken its place. ' +
      'superseded: a later change of the same document was handled, which this run would undo',
  );
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export const RetryBatchPreview = z
  .object({
    run_ids: z.array(z.uuid()).describe('What would be retried, in this order: what happened first comes first'),
    left_out: z.array(z.object({ reason: LeftOutReason, count: z.number().int() })),
    is_complete: z.boolean().describe(`False when more than ${BATCH_LIMIT} runs fit: these are the newest`),
    sample: z
      .array(
        z.object({
          id: z.uuid(),
          recipe: z.object({ key: z.string(), name: z.string(), version: z.number().int() }),
          document: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
          deal_id: z.string().nullable(),
        }),
      )
      .describe('The first 20; POST /api/runs/{id}/retry/preview tells what the retry of each would change'),
  })
  .meta({ id: 'RetryBatchPreview' });
export type RetryBatchPreview = z.infer<typeof RetryBatchPreview>;

export const RetryBatch = z
  .object({
    id: z.uuid(),
    mode: RetryBody.shape.mode,
    status: z
      .enum(['running', 'stopped', 'finished'])
      .describe('stopped: nothing more is taken up; what had begun goes on to its end'),
    created_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
    total: z.number().int(),
    pending: z.number().int().describe('Not yet taken up'),
    open: z.number().int().describe('Queued, running or waiting'),
    succeeded: z.number().int().describe('With and without differences'),
    failed: z.number().int().describe('Failed again'),
    other: z.number().int().describe('Cancelled, skipped, or no longer kept'),
    refused: z.number().int().describe('Not taken up'),
    refusals: z.array(z.object({ message: z.string(), count: z.number().int() })).describe('The commonest five'),
  })
  .meta({ id: 'RetryBatch' });
export type RetryBatch = z.infer<typeof RetryBatch>;

export const RetryBatchList = z.object({ items: z.array(RetryBatch).describe('The newest ten') }).meta({
  id: 'RetryBatchList',
});
