import { Injectable } from '@nestjs/common';
import { ConnectorError, type IncomingEvent, type LinkedDocument } from '@tandem/connectors';
import { type JsonObject, said } from '@tandem/recipes';
import { Catalogue } from '../catalogue/catalogue.js';
import { Clock } from '../clock/clock.js';
import { Connections } from '../connections/connections.js';
import { Fates } from '../fates/fates.js';

/** What a run is about, as recipes see it under `trigger`. */
export interface Subject {
  documentId: string | null;
  documentName: string | null;
  templateId: string | null;
  dealId: string | null;
  trigger: JsonObject;
}

/** What completing an event fills in. */
const NOT_SAID = { document_name: '', status: null, template_id: null, template_name: null, deal_id: null };

/** From an event to what its runs are about: the document itself, or each document of the deal. */
@Injectable()
export class FindSubjects {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
    private readonly fates: Fates,
    private readonly clock: Clock,
  ) {}

  /**
   * The event with its deal and template filled in, read from the remote where the delivery did not say. Where the deal
   * was merged, that of the deal that it went on as.
   */
  async complete(connectorKey: string, event: IncomingEvent): Promise<IncomingEvent> {
    const completed = await this.filledIn(connectorKey, event);
    return completed.dealId == null ? completed : ofDeal(completed, await this.fates.survivorOf(completed.dealId));
  }

  private async filledIn(connectorKey: string, event: IncomingEvent): Promise<IncomingEvent> {
    if (event.dealId !== undefined && event.templateId !== undefined) return event;
    return this.connections.use(connectorKey, async ({ connector, gateway }) => {
      const trigger = connector.triggers.find((candidate) => candidate.key === event.trigger);
      if (trigger?.complete) return trigger.complete(gateway, event);
      return { ...event, dealId: event.dealId ?? null, templateId: event.templateId ?? null };
    });
  }

  /** The event's own subject, for recipes that are offered everywhere or that are woken by a document. */
  ofEvent(event: IncomingEvent): Subject {
    const documentId = event.subject.type === 'document' ? event.subject.id : null;
    const dealId = event.dealId ?? (event.subject.type === 'deal' ? event.subject.id : null);
    return {
      documentId,
      documentName: documentId === null ? null : (event.subject.label ?? null),
      templateId: event.templateId ?? null,
      dealId,
      trigger: event.data,
    };
  }

  /** The documents that are linked to a deal, or to one that was merged into it; newest first of each. */
  async documentsOf(dealId: string): Promise<LinkedDocument[]> {
    const deals = [dealId, ...(await this.fates.mergedInto(dealId))];
    return this.connections.use(this.documentConnector(), async ({ connector, gateway }) => {
      const documents: LinkedDocument[] = [];
      for (const id of deals) documents.push(...((await connector.documentsOfDeal?.(gateway, id)) ?? []));
      return documents;
    });
  }

  /** Joins what happened to the deal with what is known of one of its documents. */
  async ofLinkedDocument(event: IncomingEvent, document: LinkedDocument): Promise<Subject> {
    const read = await this.readDocument(document.documentId);
    return {
      documentId: document.documentId,
      documentName: read.subject.label ?? null,
      templateId: document.templateId,
      dealId: event.dealId ?? event.subject.id,
      trigger: { ...read.data, ...event.data },
    };
  }

  /** A document as an event of now: what "run now" and a linked document are made of. Throws `not_found`. */
  async readDocument(documentId: string): Promise<IncomingEvent> {
    const occurredAt = this.clock.now().toISOString();
    return this.connections.use(this.documentConnector(), async ({ connector, gateway }) => {
      const trigger = connector.triggers.find(
        (candidate) => candidate.subject === 'document' && 'complete' in candidate,
      );
      if (!trigger?.complete) throw new Error(`${connector.title} cannot read a document by its id`);
      const completed = await trigger.complete(gateway, {
        trigger: trigger.key,
        identity: documentId,
        occurredAt,
        subject: { type: 'document', id: documentId },
        dealId: undefined,
        templateId: undefined,
        data: { ...NOT_SAID, document_id: documentId, occurred_at: occurredAt },
      });
      if (completed.data.status !== null) {
        const { dealId } = completed;
        return dealId == null ? completed : ofDeal(completed, await this.fates.presentSurvivorOf(dealId));
      }
      throw new ConnectorError('not_found', said`${connector.title} has no document ${documentId}.`);
    });
  }

  /** The connector whose subject is the document. */
  documentConnector(): string {
    const connector = this.catalogue.connectors.find((candidate) => candidate.documentsOfDeal !== undefined);
    if (!connector) throw new Error('No connector knows documents');
    return connector.key;
  }
}

const ofDeal = (event: IncomingEvent, dealId: string): IncomingEvent =>
  event.dealId === dealId ? event : { ...event, dealId, data: { ...event.data, deal_id: dealId } };
