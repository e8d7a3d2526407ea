import type { Document } from '../model/document.js';
import type { PandaDocWorld } from '../state.js';
import { emitDocumentEvent, emitEvent } from '../webhooks/emit-event.js';
import { moveStatus, touch } from './move-status.js';

/** Processing ends: the document is a draft, or in error when the settings ordered a failure. */
export function finishCreate(world: PandaDocWorld, document: Document): void {
  if (document.status !== 'document.uploaded' || document.deleted) return;
  const failure = world.state.settings.fail_next_creates.shift();
  if (failure === undefined) {
    document.version = '2';
    moveStatus(world, document, 'document.draft');
    return;
  }
  touch(world, document);
  document.status = 'document.error';
  document.failure = failure;
  emitEvent(world, 'document_creation_failed', () => ({ id: document.id, error: { detail: failure } }));
}

/** The sealed PDF can be fetched, if the document is still the one that was completed then. */
export function announcePdf(world: PandaDocWorld, document: Document, dateCompleted: string): void {
  if (document.date_completed !== dateCompleted || document.deleted) return;
  emitDocumentEvent(world, 'document_completed_pdf_ready', document);
}
