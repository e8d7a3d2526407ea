import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { said } from '../../sdk/said.js';
import { creation, withId } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { findMarked } from '../find-marked.js';
import { DealId, RecordId } from '../ids.js';
import { markLine, toHtml } from '../marker.js';
import { ASSOCIATION } from '../records.js';

const Planned = z.strictObject({ deal_id: z.string(), task_id: z.string().nullable() });

export const createTask = defineWrite<HubSpotGateway>()({
  key: 'create_task',
  title: said`Create a task for a deal`,
  description: said`Creates a to-do on a deal. A repeated attempt of the same step finds its task again.`,
  input: z.strictObject({
    deal_id: DealId,
    title: z.string().min(1).max(500).describe('Title'),
    body: z.string().max(60_000).optional().describe('What is to be done'),
    due_at: z.iso.datetime({ offset: true }).optional().describe('When it is due; now when left out'),
    owner_id: RecordId.optional().describe('Who has to do it').meta({ pickList: 'owners' }),
  }),
  output: z.strictObject({ task_id: z.string(), created: z.boolean() }),

  async plan({ gateway, stepKey }, input) {
    const deal = await gateway.record('deals', input.deal_id, ['dealname']);
    const task = await findMarked(gateway, 'tasks', deal.id, stepKey);
    const after = {
      title: input.title,
      body: input.body ?? null,
      due_at: input.due_at ?? null,
      owner_id: input.owner_id ?? null,
    };
    return {
      changes: task === undefined ? [creation({ type: 'task', label: input.title }, after)] : [],
      notes: [],
      data: { deal_id: deal.id, task_id: task?.id ?? null },
    };
  },

  async apply({ gateway, now, stepKey }, plan, input) {
    const planned = Planned.parse(plan.data);
    if (planned.task_id !== null) return { output: { task_id: planned.task_id, created: false }, effects: [] };
    const due = input.due_at === undefined ? now : new Date(input.due_at);
    const taskId = await gateway.create('tasks', {
      properties: {
        hs_timestamp: due.toISOString(),
        hs_task_subject: input.title,
        hs_task_body: (input.body === undefined ? '' : toHtml(input.body)) + markLine(stepKey),
        hs_task_status: 'NOT_STARTED',
        hs_task_type: 'TODO',
        ...(input.owner_id === undefined ? {} : { hubspot_owner_id: input.owner_id }),
      },
      dealId: planned.deal_id,
      associationTypeId: ASSOCIATION.taskToDeal,
    });
    return {
      output: { task_id: taskId, created: true },
      effects: plan.changes.map((change) => withId(change, taskId)),
    };
  },
});
