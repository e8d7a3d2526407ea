import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';
import { DocumentDetails, DocumentRow, LinkedObjects, type LinkedObject } from './answers/document-answer.js';
import type { PandaDocGateway } from './client.js';
import { millisecondsUntil } from './retry-after.js';
import { remotePath } from './remote-path.js';
import { statusLabel } from './statuses.js';

/** Everything of a document. Throws `transient` while it is still being made. */
export async function readDetails(gateway: PandaDocGateway, documentId: string): Promise<DocumentDetails> {
  const path = remotePath`/public/v1/documents/${documentId}/details`;
  return gateway.read({ operation: 'document.details', path }, DocumentDetails);
}

/** Name and status only; answers for documents in the making, too. */
export async function readStatus(gateway: PandaDocGateway, documentId: string): Promise<DocumentRow> {
  return gateway.read(
    { operation: 'document.status', path: remotePath`/public/v1/documents/${documentId}` },
    DocumentRow,
  );
}

export async function readLinkedObjects(gateway: PandaDocGateway, documentId: string): Promise<LinkedObject[]> {
  const path = remotePath`/public/v1/documents/${documentId}/linked-objects`;
  return (await gateway.read({ operation: 'linked_objects.read', path }, LinkedObjects)).linked_objects;
}

/** The id of the linked HubSpot deal; null when there is none. */
export const dealIdOf = (links: readonly LinkedObject[]): string | null =>
  links.find((link) => link.provider === 'hubspot' && link.entity_type === 'deal')?.entity_id ?? null;

/** Throws `conflict` unless the document is Draft, and `transient` while somebody has it locked. */
export function refuseUnlessEditable(details: DocumentDetails, now: Date): void {
  if (details.status !== 'document.draft') {
    throw new ConnectorError(
      'conflict',
      said`"${details.name}" cannot be changed: its status is ${statusLabel(details.status)}, not Draft.`,
      { remedy: said`Move the document back to Draft in PandaDoc, then run this again.` },
    );
  }
  const wait = details.lock?.expires_at == null ? undefined : millisecondsUntil(details.lock.expires_at, now);
  if (wait === undefined || wait === 0) return;
  throw new ConnectorError('transient', said`"${details.name}" is open in the Word editor and locked for now.`, {
    retryAfterMs: wait,
    remedy: said`Close the document in the Word editor; it is tried again when the lock has run out.`,
  });
}
