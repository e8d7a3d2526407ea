import { ConnectorError, type ErrorClass } from '../../sdk/connector-error.js';
import type { IncomingEvent } from '../../sdk/trigger.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import type { PandaDocGateway } from '../client.js';
import { dealIdOf, readDetails } from '../documents.js';
import { DocumentEventData } from './data.js';

const UNREADABLE: ReadonlySet<ErrorClass> = new Set(['not_found', 'conflict']);

/** Fills in what the event did not say by reading the document; a document that is gone has no template and no deal. */
export async function completeEvent(gateway: PandaDocGateway, event: IncomingEvent): Promise<IncomingEvent> {
  if (event.dealId !== undefined && event.templateId !== undefined) return event;
  return withDetails(event, await readOrNothing(gateway, event.subject.id));
}

async function readOrNothing(gateway: PandaDocGateway, documentId: string): Promise<DocumentDetails | undefined> {
  try {
    return await readDetails(gateway, documentId);
  } catch (error) {
    if (error instanceof ConnectorError && UNREADABLE.has(error.errorClass)) return undefined;
    throw error;
  }
}

function withDetails(event: IncomingEvent, details: DocumentDetails | undefined): IncomingEvent {
  const data = DocumentEventData.loose().parse(event.data);
  const dealId = event.dealId === undefined ? dealIdOf(details?.linked_objects ?? []) : event.dealId;
  const templateId = event.templateId === undefined ? (details?.template?.id ?? null) : event.templateId;
  const label = event.subject.label ?? details?.name;
  return {
    ...event,
    subject: { ...event.subject, ...(label === undefined ? {} : { label }) },
    dealId,
    templateId,
    data: {
      ...event.data,
      document_name: data.document_name === '' ? (details?.name ?? '') : data.document_name,
      status: data.status ?? details?.status ?? null,
      deal_id: dealId,
      template_id: templateId,
      template_name: event.templateId === undefined ? (details?.template?.name ?? null) : data.template_name,
    },
  };
}
