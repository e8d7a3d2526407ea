import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { said } from '../../sdk/said.js';
import { creation, withId } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { findMarked } from '../find-marked.js';
import { DealId } from '../ids.js';
import { markLine, toHtml } from '../marker.js';
import { ASSOCIATION } from '../records.js';

const MAX_BODY = 60_000;

const Planned = z.strictObject({ deal_id: z.string(), note_id: z.string().nullable() });

export const createNote = defineWrite<HubSpotGateway>()({
  key: 'create_note',
  title: said`Add a note to a deal`,
  description: said`Writes a note on the timeline of a deal. A repeated attempt of the same step finds its note again.`,
  input: z.strictObject({
    deal_id: DealId,
    body: z.string().min(1).max(MAX_BODY).describe('Text of the note'),
  }),
  output: z.strictObject({ note_id: z.string(), created: z.boolean() }),

  async plan({ gateway, stepKey }, input) {
    const deal = await gateway.record('deals', input.deal_id, ['dealname']);
    const note = await findMarked(gateway, 'notes', deal.id, stepKey);
    return {
      changes:
        note === undefined ? [creation({ type: 'note', label: input.body.slice(0, 60) }, { body: input.body })] : [],
      notes: [],
      data: { deal_id: deal.id, note_id: note?.id ?? null },
    };
  },

  async apply({ gateway, now, stepKey }, plan, input) {
    const planned = Planned.parse(plan.data);
    if (planned.note_id !== null) return { output: { note_id: planned.note_id, created: false }, effects: [] };
    const noteId = await gateway.create('notes', {
      properties: { hs_timestamp: now.toISOString(), hs_note_body: toHtml(input.body) + markLine(stepKey) },
      dealId: planned.deal_id,
      associationTypeId: ASSOCIATION.noteToDeal,
    });
    return {
      output: { note_id: noteId, created: true },
      effects: plan.changes.map((change) => withId(change, noteId)),
    };
  },
});
