import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { FileRef } from '../../sdk/file-store.js';
import { said } from '../../sdk/said.js';
import { attachmentPlace } from '../attachment-name.js';
import { creation, withId } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { findMarked } from '../find-marked.js';
import { DealId } from '../ids.js';
import { markLine, toHtml } from '../marker.js';
import { ASSOCIATION } from '../records.js';

const Planned = z.strictObject({
  deal_id: z.string(),
  attached: z.strictObject({ file_id: z.string(), note_id: z.string() }).nullable(),
});

export const attachFile = defineWrite<HubSpotGateway>()({
  key: 'attach_file',
  title: said`Attach a file to a deal`,
  description: said`Uploads a file, kept private, and attaches it to a deal with a note. The same key attaches once only.`,
  input: z.strictObject({
    deal_id: DealId,
    file: FileRef,
    key: z
      .string()
      .min(1)
      .max(200)
      .describe('What makes this attachment the same one, such as document id and version'),
    note: z.string().max(10_000).optional().describe('Text of the note that carries the file'),
  }),
  output: z.strictObject({ file_id: z.string(), note_id: z.string(), already_attached: z.boolean() }),

  async plan({ gateway }, input) {
    const deal = await gateway.record('deals', input.deal_id, ['dealname']);
    const note = await findMarked(gateway, 'notes', deal.id, input.key, ['hs_attachment_ids']);
    const fileId = note?.properties.hs_attachment_ids?.split(';')[0];
    if (note !== undefined && fileId !== undefined && fileId !== '') {
      return { changes: [], notes: [], data: { deal_id: deal.id, attached: { file_id: fileId, note_id: note.id } } };
    }
    const place = attachmentPlace(input.file.name, input.key);
    const file = { name: place.name, folder: place.folder, size: input.file.size, sha256: input.file.sha256 };
    return {
      changes: [
        creation({ type: 'file', label: input.file.name }, file),
        creation(
          { type: 'note', label: `${input.file.name} (${deal.properties.dealname ?? deal.id})` },
          noteText(input),
        ),
      ],
      notes: [],
      data: { deal_id: deal.id, attached: null },
    };
  },

  async apply({ gateway, files, now }, plan, input) {
    const planned = Planned.parse(plan.data);
    if (planned.attached !== null) return { output: { ...planned.attached, already_attached: true }, effects: [] };
    const bytes = await files.get(input.file);
    const fileId = await gateway.upload({ ...attachmentPlace(input.file.name, input.key), bytes });
    const noteId = await gateway.create('notes', {
      properties: {
        hs_timestamp: now.toISOString(),
        hs_note_body: toHtml(noteText(input)) + markLine(input.key),
        hs_attachment_ids: fileId,
      },
      dealId: planned.deal_id,
      associationTypeId: ASSOCIATION.noteToDeal,
    });
    return {
      output: { file_id: fileId, note_id: noteId, already_attached: false },
      effects: plan.changes.map((change) => withId(change, change.target.type === 'file' ? fileId : noteId)),
    };
  },
});

const noteText = (input: { note?: string | undefined; file: FileRef }): string => input.note ?? input.file.name;
