import { z } from 'zod';
import { RunStatusName } from '../runs/run-filter.js';
import { EffectView } from './effect-history.js';
import { pageOf } from './page.js';

export const Failure = z
  .object({
    class: z.string().describe('transient, rate_limited, auth, validation, not_found, conflict, forbidden or bug'),
    message: z.string().describe('What happened'),
    consequence: z.string().describe('What it means for the deal'),
    remedy: z.string().describe('Who can fix it, and where'),
    problems: z.array(z.object({ subject: z.string(), message: z.string() })),
    remote_request_id: z.string().nullable(),
    path: z.string().optional().describe('The step that failed'),
  })
  .meta({ id: 'Failure' });

const summary = {
  id: z.uuid(),
  event_id: z.uuid(),
  retry_of: z.uuid().nullable(),
  undo_of: z.uuid().nullable().describe('The run whose changes this one takes back'),
  recipe: z.object({ key: z.string(), name: z.string(), version: z.number().int() }),
  status: RunStatusName,
  reason: z.string().nullable().describe('Why it was skipped, what it waits for, or the message of its stop step'),
  error: Failure.nullable(),
  failure_group: z.string().nullable().describe('Of a failed run: the id of the failures with the same cause'),
  document: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  deal_id: z.string().nullable(),
  deal_name: z.string().nullable().describe('As it was last heard of; null where only its id is known'),
  template_id: z.string().nullable(),
  occurred_at: z.iso.datetime().describe('When the event happened'),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
  due_at: z.iso.datetime().nullable().describe('When a waiting run goes on'),
};
export const RunSummary = z.object(summary).meta({ id: 'RunSummary' });
export type RunSummary = z.infer<typeof RunSummary>;
export const RunPage = pageOf(RunSummary)
  .extend({
    searched_to: z.iso
      .datetime()
      .nullable()
      .describe('How far back a text was looked for; `next` goes on from there. Null: to the end, or without a text'),
  })
  .meta({ id: 'RunPage' });

export const StepView = z
  .object({
    path: z.string().describe('Such as `document` or `each[3].update`'),
    step_id: z.string(),
    kind: z.enum(['action', 'wait', 'call']),
    connector: z.string().nullable(),
    action: z.string().nullable(),
    status: z.enum(['running', 'planned', 'waiting', 'succeeded', 'failed']),
    attempts: z.number().int(),
    input: z.json(),
    plan: z.json().describe('What a write action planned: changes before → after, notes'),
    output: z.json(),
    error: Failure.nullable(),
    notes: z.array(z.object({ subject: z.string(), message: z.string() })).nullable(),
    started_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
    failed_attempts: z.array(z.object({ number: z.number().int(), at: z.iso.datetime(), error: Failure })),
  })
  .meta({ id: 'Step' });
export type StepView = z.infer<typeof StepView>;

export const RunDetail = z
  .object({
    ...summary,
    scope: z
      .json()
      .describe('`trigger` and `settings` as the recipe saw them; null when payloads of its age are no longer kept'),
    steps: z.array(StepView),
    effects: z.array(EffectView),
  })
  .meta({ id: 'Run' });
export type RunDetail = z.infer<typeof RunDetail>;
