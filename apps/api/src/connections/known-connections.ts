import { Injectable } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';
import { KeptOfSetUp, SetUpRevision } from '../database/set-up-revision.js';
import { Connections, type OpenedConnection, type WebhookTarget } from './connections.js';

/**
 * Connections as they were when the set-up was last heard to have changed, so that the way of an event does not read
 * them again each time. For work whose own statements tell the revision, and for no other.
 */
@Injectable()
export class KnownConnections {
  private readonly opened: KeptOfSetUp<OpenedConnection>;
  private readonly targets: KeptOfSetUp<WebhookTarget | undefined>;

  constructor(
    setUp: SetUpRevision,
    private readonly connections: Connections,
  ) {
    this.opened = new KeptOfSetUp(setUp);
    this.targets = new KeptOfSetUp(setUp);
  }

  /** As Connections.use. */
  async use<T>(connectorKey: string, work: (opened: OpenedConnection) => Promise<T>): Promise<T> {
    const opened = await this.opened.of(connectorKey, () => this.connections.open(connectorKey));
    try {
      return await work(opened);
    } catch (error) {
      if (error instanceof ConnectorError && error.errorClass === 'auth') {
        await this.connections.pause(opened.connectionId, error.message);
        this.opened.forget();
      }
      throw error;
    }
  }

  /** As Connections.webhookTarget. */
  webhookTarget(connectorKey: string, connectionId: string): Promise<WebhookTarget | undefined> {
    return this.targets.of(`${connectorKey}/${connectionId}`, () =>
      this.connections.webhookTarget(connectorKey, connectionId),
    );
  }
}
