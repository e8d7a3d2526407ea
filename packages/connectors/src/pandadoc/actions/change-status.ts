import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import { type Said, said } from '../../sdk/said.js';
import type { PandaDocGateway } from '../client.js';
import { readStatus } from '../documents.js';
import { remotePath } from '../remote-path.js';
import { movesFrom, settableStatuses, statusCode, statusLabel } from '../statuses.js';

export const changeStatus = defineWrite<PandaDocGateway>()({
  key: 'change_status',
  title: said`Change document status`,
  description: said`Marks a document as completed, expired, paid or declined, as a person can by hand.`,
  input: z.strictObject({
    document_id: z.string().min(1),
    status: z.enum(settableStatuses),
    note: z.string().optional(),
    notify_recipients: z.boolean().default(false),
  }),
  output: z.strictObject({ document_id: z.string(), status: z.string() }),

  async plan({ gateway }, { document_id: documentId, status: wanted }) {
    const { name, status } = await readStatus(gateway, documentId);
    if (status === wanted) return { changes: [], notes: [], data: null };
    const possible = movesFrom(status);
    if (!possible.includes(wanted)) {
      throw new ConnectorError(
        'conflict',
        said`"${name}" is ${statusLabel(status)} and cannot be marked as ${statusLabel(wanted)}.`,
        { remedy: remedyFor(possible) },
      );
    }
    const target = { connector: 'pandadoc', type: 'document', id: documentId, label: name };
    return {
      changes: [{ target, operation: 'update', property: 'status', before: status, after: wanted }],
      notes: [],
      data: null,
    };
  },

  async apply({ gateway }, { changes }, input) {
    const { document_id: documentId, status } = input;
    if (changes.length > 0) {
      const path = remotePath`/public/v1/documents/${documentId}/status`;
      const body = {
        status: statusCode(status) ?? null,
        notify_recipients: input.notify_recipients,
        ...(input.note === undefined ? {} : { note: input.note }),
      };
      await gateway.writeOnly({ operation: 'document.change_status', method: 'PATCH', path, body });
    }
    return { output: { document_id: documentId, status }, effects: changes };
  },
});

const remedyFor = (possible: readonly string[]): Said =>
  possible.length === 0
    ? said`PandaDoc lets nobody change this status by hand.`
    : said`From here it can be marked as ${possible.map(statusLabel).join(', ')}.`;
