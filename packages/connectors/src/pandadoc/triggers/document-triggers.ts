import { said } from '../../sdk/said.js';
import type { Trigger } from '../../sdk/trigger.js';
import type { PandaDocGateway } from '../client.js';
import { completeEvent } from './complete.js';
import { CreationFailedData, DocumentEventData, StatusChangedData } from './data.js';

type DocumentTrigger = Trigger<PandaDocGateway>;

const onDocument = (trigger: Pick<DocumentTrigger, 'key' | 'title' | 'description' | 'data'>): DocumentTrigger => ({
  ...trigger,
  subject: 'document',
  complete: completeEvent,
});

export const documentStatusChanged = onDocument({
  key: 'document_status_changed',
  title: said`Document status changed`,
  description: said`A document was created, sent, viewed, completed, paid, declined or moved to any other status.`,
  data: StatusChangedData,
});

export const pdfReady = onDocument({
  key: 'pdf_ready',
  title: said`Signed PDF ready`,
  description: said`The sealed PDF of a completed document can be downloaded.`,
  data: DocumentEventData,
});

const documentUpdated = onDocument({
  key: 'document_updated',
  title: said`Document moved back to Draft`,
  description: said`A new revision of the document was begun. Edits of a draft do not fire this.`,
  data: DocumentEventData,
});

const quoteUpdated = onDocument({
  key: 'quote_updated',
  title: said`Quote saved`,
  description: said`Somebody saved a quote of the document in the quote builder.`,
  data: DocumentEventData,
});

export const documentDeleted = onDocument({
  key: 'document_deleted',
  title: said`Document deleted`,
  description: said`A document was removed.`,
  data: DocumentEventData,
});

export const creationFailed = onDocument({
  key: 'creation_failed',
  title: said`Document could not be created`,
  description: said`PandaDoc gave up on making a document from its template.`,
  data: CreationFailedData,
});

/** PandaDoc's name of an event → the trigger it fires. */
export const triggerOfEvent: ReadonlyMap<string, DocumentTrigger> = new Map([
  ['document_state_changed', documentStatusChanged],
  ['document_completed_pdf_ready', pdfReady],
  ['document_updated', documentUpdated],
  ['quote_updated', quoteUpdated],
  ['document_deleted', documentDeleted],
  ['document_creation_failed', creationFailed],
]);
