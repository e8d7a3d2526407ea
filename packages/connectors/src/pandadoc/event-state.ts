import { creationFailed, documentDeleted, documentStatusChanged, pdfReady } from './triggers/document-triggers.js';

/** Triggers that stand for one state of the document only. */
const STATE_OF: ReadonlyMap<string, string> = new Map([
  [creationFailed.key, 'failed'],
  [documentDeleted.key, 'deleted'],
  [pdfReady.key, 'ready'],
]);

/** What the document became, for the triggers that tell no more; by it an event is known that was read off the document. */
export function stateOf(trigger: string, status: string | null): { state?: string } {
  const state = trigger === documentStatusChanged.key ? status : STATE_OF.get(trigger);
  return state == null ? {} : { state };
}
