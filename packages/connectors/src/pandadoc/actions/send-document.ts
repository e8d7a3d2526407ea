import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Note } from '../../sdk/plan.js';
import { said } from '../../sdk/said.js';
import { DocumentRow } from '../answers/document-answer.js';
import type { PandaDocGateway } from '../client.js';
import { readStatus } from '../documents.js';
import { remotePath } from '../remote-path.js';
import { statusLabel } from '../statuses.js';

const SENDABLE: ReadonlySet<string> = new Set(['document.draft', 'document.approved']);
const ALREADY_SENT: ReadonlySet<string> = new Set(
  ['sent', 'viewed', 'completed', 'waiting_pay', 'paid', 'external_review', 'waiting_approval'].map(
    (status) => `document.${status}`,
  ),
);

export const sendDocument = defineWrite<PandaDocGateway>()({
  key: 'send_document',
  title: said`Send document`,
  description: said`Sends a draft or approved document to its recipients. With an approval workflow the first sending asks for the approval.`,
  input: z.strictObject({
    document_id: z.string().min(1),
    subject: z.string().optional(),
    message: z.string().optional(),
    silent: z.boolean().default(false).describe('Without e-mails to the recipients'),
    sender_email: z.string().optional(),
  }),
  output: z.strictObject({ document_id: z.string(), status: z.string() }),

  async plan({ gateway }, { document_id: documentId }) {
    const { name, status } = await readStatus(gateway, documentId);
    if (ALREADY_SENT.has(status)) return { changes: [], notes: approvalNote(name, status), data: { status } };
    if (!SENDABLE.has(status)) throw notSendable(name, status);
    const target = { connector: 'pandadoc', type: 'document', id: documentId, label: name };
    return {
      changes: [{ target, operation: 'update', property: 'status', before: status, after: 'document.sent' }],
      notes: [],
      data: { status },
    };
  },

  async apply({ gateway }, { changes, data }, input) {
    const { document_id: documentId } = input;
    const [change] = changes;
    if (change === undefined) {
      return { output: { document_id: documentId, status: Known.parse(data).status }, effects: [] };
    }
    const path = remotePath`/public/v1/documents/${documentId}/send`;
    const body = {
      silent: input.silent,
      ...(input.subject === undefined ? {} : { subject: input.subject }),
      ...(input.message === undefined ? {} : { message: input.message }),
      ...(input.sender_email === undefined ? {} : { sender: { email: input.sender_email } }),
    };
    const { status } = await gateway.write({ operation: 'document.send', method: 'POST', path, body }, DocumentRow);
    return { output: { document_id: documentId, status }, effects: [{ ...change, after: status }] };
  },
});

const Known = z.object({ status: z.string() });

const approvalNote = (subject: string, status: string): Note[] =>
  status === 'document.waiting_approval'
    ? [{ subject, message: said`It waits for an approval; once that is given it must be sent again.` }]
    : [];

function notSendable(name: string, status: string): ConnectorError {
  if (status === 'document.uploaded') {
    return new ConnectorError('transient', said`"${name}" is still being created by PandaDoc.`, {
      retryAfterMs: 3_000,
    });
  }
  return new ConnectorError('conflict', said`"${name}" cannot be sent: its status is ${statusLabel(status)}.`, {
    remedy: said`Only drafts and approved documents can be sent; move it back to Draft in PandaDoc first.`,
  });
}
