import type { Run, Step } from '../../api/generated/types.gen.js';

const AT = '2026-01-01T10:00:00.000Z';

/** A run of the recipe `test` that has just succeeded. */
export const makeRun = (changes: Partial<Run> = {}): Run => ({
  id: '01900000-0000-7000-8000-000000000001',
  event_id: '01900000-0000-7000-8000-000000000002',
  retry_of: null,
  undo_of: null,
  recipe: { key: 'test', name: 'Test', version: 1 },
  status: 'succeeded',
  reason: null,
  error: null,
  failure_group: null,
  document: null,
  deal_id: '1001',
  deal_name: 'Northwind rollout',
  template_id: null,
  occurred_at: AT,
  created_at: AT,
  started_at: AT,
  finished_at: AT,
  due_at: null,
  scope: { trigger: { amount: 5, rows: ['a', 'b', 'c'] }, settings: {} },
  steps: [],
  effects: [],
  ...changes,
});

/** A row of the journal: an action that has succeeded with nothing. */
export const makeStep = (path: string, changes: Partial<Step> = {}): Step => ({
  path,
  step_id: path.split('.').at(-1) ?? path,
  kind: 'action',
  connector: 'hubspot',
  action: 'create_note',
  status: 'succeeded',
  attempts: 1,
  input: {},
  plan: null,
  output: {},
  error: null,
  notes: null,
  started_at: AT,
  finished_at: AT,
  failed_attempts: [],
  ...changes,
});

export const failure = (path: string): NonNullable<Run['error']> => ({
  class: 'validation',
  message: 'HubSpot refused it',
  consequence: 'The deal stays as it was.',
  remedy: 'Correct it and retry the run.',
  problems: [],
  remote_request_id: null,
  path,
});
