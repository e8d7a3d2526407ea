import { z } from 'zod';

const DocumentId = z.string().min(1).max(100).describe('PandaDoc document id');

export const RunNowBody = z
  .strictObject({ recipe: z.string().max(64).describe('Key of a published recipe'), document_id: DocumentId })
  .meta({ id: 'RunNow' });
export type RunNowBody = z.infer<typeof RunNowBody>;

export const RunNowAnswer = z
  .object({ event_id: z.uuid().describe('GET /api/events/{id} gives the run as soon as it is matched') })
  .meta({ id: 'RunNowAnswer' });

export const PreviewBody = z
  .strictObject({
    recipe: z.string().max(64),
    content: z.enum(['published', 'draft']).default('published'),
    document_id: DocumentId,
    settings: z
      .record(z.string(), z.json())
      .optional()
      .describe('Instead of those of the automation for the document’s template'),
  })
  .meta({ id: 'PreviewRequest' });
export type PreviewBody = z.infer<typeof PreviewBody>;

const Change = z
  .object({
    target: z.object({
      connector: z.string(),
      type: z.string(),
      id: z.string().nullable(),
      label: z.string().optional(),
      currency: z.string().optional().describe('Of its amounts, where it is known, e.g. EUR'),
    }),
    operation: z.enum(['create', 'update', 'delete']),
    property: z.string().nullable(),
    before: z.json(),
    after: z.json(),
  })
  .meta({ id: 'PlannedChange' });

export const PreviewAnswer = z
  .object({
    steps: z.array(
      z.object({
        path: z.string(),
        connector: z.string().nullable(),
        action: z.string().nullable(),
        input: z.json(),
        output: z.json().describe('What a read gave; null for a write'),
        plan: z
          .object({
            changes: z.array(Change),
            notes: z.array(z.object({ subject: z.string(), message: z.string() })),
          })
          .nullable()
          .describe('What a write would change'),
        error: z
          .object({
            class: z.string(),
            message: z.string(),
            consequence: z.string(),
            remedy: z.string(),
            problems: z.array(z.object({ subject: z.string(), message: z.string() })),
            remote_request_id: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
    end: z.object({ kind: z.enum(['succeeded', 'failed']), message: z.string().nullable() }),
    start: z
      .object({
        would: z.boolean(),
        because: z.array(z.enum(['switched_off', 'not_linked', 'condition'])).describe('What speaks against it'),
        failing: z
          .array(
            z.object({
              condition: z.json().describe('JsonLogic: the whole condition, or one that holds together with others'),
              values: z
                .array(z.object({ pill: z.string(), value: z.json() }))
                .describe('What it looks at, such as `trigger.status`, as it is now'),
            }),
          )
          .describe('The parts of the condition that do not hold'),
      })
      .optional()
      .describe('Of a document: whether it would start the recipe as it is now. The steps are shown all the same'),
  })
  .meta({ id: 'Preview' });

export const RetryBody = z
  .strictObject({
    mode: z
      .enum(['resume', 'restart'])
      .describe('resume: from the failed step on. restart: from the start, on the latest version and settings'),
  })
  .meta({ id: 'Retry' });
export type RetryBody = z.infer<typeof RetryBody>;

export const RetryAnswer = z
  .object({ run_id: z.uuid().describe('The run that goes on: the same when resumed, a new one when restarted') })
  .meta({ id: 'RetryAnswer' });
