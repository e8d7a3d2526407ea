import { wrongState } from '../http/api-error.js';
import type { Document } from '../model/document.js';
import type { PandaDocWorld } from '../state.js';
import { emitDocumentEvent } from '../webhooks/emit-event.js';
import { clearSignatures } from './fields.js';
import { moveStatus } from './move-status.js';

/**
 * Sends a draft, or asks for approval first; what was approved goes out with a second send.
 * @throws ApiError 409 in any other status
 */
export function sendDocument(world: PandaDocWorld, document: Document, senderId: string): void {
  const { status } = document;
  if (status !== 'document.draft' && status !== 'document.approved') throw wrongState(document);
  document.sent_by_id = senderId;
  if (status === 'document.draft' && document.approval_required) {
    moveStatus(world, document, 'document.waiting_approval');
    return;
  }
  for (const recipient of document.recipients) {
    recipient.shared_link = `https://app.pandadoc.com/document/${document.id}?r=${recipient.id}`;
  }
  moveStatus(world, document, 'document.sent');
}

/** Back to draft for a new revision: signatures and initials are gone, nobody has completed, the rest stays. */
export function returnToDraft(world: PandaDocWorld, document: Document): void {
  if (document.status === 'document.draft') return;
  clearSignatures(document.fields);
  for (const recipient of document.recipients) {
    recipient.has_completed = false;
    recipient.signature_date = null;
    recipient.shared_link = '';
  }
  moveStatus(world, document, 'document.draft');
  emitDocumentEvent(world, 'document_updated', document);
}
