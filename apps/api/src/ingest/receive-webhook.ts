import { Injectable, NotFoundException, UnauthorizedException } from '@nestjs/common';
import type { RawRequest } from '@tandem/connectors';
import { z } from 'zod';
import { Connections, type WebhookTarget } from '../connections/connections.js';
import { KnownConnections } from '../connections/known-connections.js';
import { WebhookReceipts } from '../connections/webhook-receipts.js';
import { SetUpRevision } from '../database/set-up-revision.js';
import { Inbox, SetUpChanged, type EventOrigin } from './inbox.js';
import { readBody } from './read-body.js';
import { withReceipt } from './with-receipt.js';

/** A remote's request in, event rows out. Knows nothing of recipes or runs. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly connections: Connections,
    private readonly knownConnections: KnownConnections,
    private readonly setUp: SetUpRevision,
    private readonly inbox: Inbox,
    private readonly receipts: WebhookReceipts,
  ) {}

  /**
   * Verifies the signature over the raw body, then stores what is new in one commit.
   * Throws 404 for an unknown connection, 401 for a signature that does not match, 400 for a body of the wrong shape.
   */
  async receive(connectorKey: string, connectionId: string, request: RawRequest): Promise<{ accepted: number }> {
    for (;;) {
      try {
        return await this.receiveOnce(connectorKey, connectionId, request);
      } catch (error) {
        if (!(error instanceof SetUpChanged)) throw error;
      }
    }
  }

  private async receiveOnce(
    connectorKey: string,
    connectionId: string,
    request: RawRequest,
  ): Promise<{ accepted: number }> {
    const setUp = this.setUp.current;
    const target = await this.targetOf(connectorKey, connectionId, request);
    if (!target) throw new NotFoundException('No connection receives webhooks at this address.');
    const origin = { connectionId, connector: connectorKey };
    return withReceipt(this.receipts, connectionId, request, () => this.take(origin, target, request, setUp));
  }

  private async take(
    origin: EventOrigin,
    { webhook, secret }: WebhookTarget,
    request: RawRequest,
    setUp: number,
  ): Promise<{ accepted: number }> {
    if (!webhook.verify(request, secret)) {
      throw new UnauthorizedException('The signature does not match the body and the key of this subscription.');
    }
    const events = readBody(() => webhook.parse(request));
    const stored = await this.inbox.storeDelivered(origin, events, setUp);
    return { accepted: stored.length };
  }

  /** As last heard of; read anew when the request does not fit it, since the connection may have changed since. */
  private async targetOf(
    connectorKey: string,
    connectionId: string,
    request: RawRequest,
  ): Promise<WebhookTarget | undefined> {
    if (!z.uuid().safeParse(connectionId).success) return undefined;
    const known = await this.knownConnections.webhookTarget(connectorKey, connectionId);
    if (known?.webhook.verify(request, known.secret)) return known;
    return this.connections.webhookTarget(connectorKey, connectionId);
  }
}
