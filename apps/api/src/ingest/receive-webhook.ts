import { Injectable, NotFoundException, UnauthorizedException } from '@nestjs/common';
import type { RawRequest } from '@tandem/connectors';
import { z } from 'zod';
import { Connections } from '../connections/connections.js';
import { Inbox } from './inbox.js';
import { readBody } from './read-body.js';

/** A remote's request in, event rows out. Knows nothing of recipes or runs. */
@Injectable()
export class ReceiveWebhook {
  constructor(
    private readonly connections: Connections,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Verifies the signature over the raw body, then stores what is new in one commit.
   * Throws 404 for an unknown connection, 401 for a signature that does not match, 400 for a body of the wrong shape.
   */
  async receive(connectorKey: string, connectionId: string, request: RawRequest): Promise<{ accepted: number }> {
    const target = z.uuid().safeParse(connectionId).success
      ? await this.connections.webhookTarget(connectorKey, connectionId)
      : undefined;
    if (!target) throw new NotFoundException('No connection receives webhooks at this address.');
    if (!target.webhook.verify(request, target.secret)) {
      throw new UnauthorizedException('The signature does not match the body and the key of this subscription.');
    }
    const events = readBody(() => target.webhook.parse(request));
    const stored = await this.inbox.store({ connectionId, connector: connectorKey }, events);
    return { accepted: stored.length };
  }
}
