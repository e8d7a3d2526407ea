import { locked, notFound, wrongState } from '../http/api-error.js';
import type { Document } from '../model/document.js';
import type { PandaDocWorld } from '../state.js';

/** The document with this id. @throws ApiError 404 when there is none or it was deleted */
export function findDocument(world: PandaDocWorld, id: string): Document {
  const document = world.state.documents.find((one) => one.id === id && !one.deleted);
  if (!document) throw notFound();
  return document;
}

/** A document whose content exists. @throws ApiError 404, or 409 while it is processed or when that failed */
export function findProcessed(world: PandaDocWorld, id: string): Document {
  const document = findDocument(world, id);
  if (document.status === 'document.uploaded' || document.status === 'document.error') throw wrongState(document);
  return document;
}

/** @throws ApiError 423 while somebody edits the document in the Word editor */
export function refuseLocked(world: PandaDocWorld, document: Document): void {
  const { lock } = document;
  if (lock && Date.parse(lock.expires_at) > world.now().getTime()) throw locked(lock);
}
