import { Injectable } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';
import { DataSource, type Repository } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { reasonOf } from './check-account.js';
import { Connection } from './connection.entity.js';
import { Connections } from './connections.js';
import { Gateways } from './gateways.js';
import { SealBroken } from './seal.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';

export interface TestResult {
  works: boolean;
  /** Why not; null when it works. */
  reason: string | null;
  connection: Connection;
}

/** Tries a stored connection, and pauses or resumes it by what the remote says. */
@Injectable()
export class TestConnection {
  private readonly table: Repository<Connection>;

  constructor(
    dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
    private readonly gateways: Gateways,
    private readonly webhooks: WebhookSubscriptions,
  ) {
    this.table = dataSource.getRepository(Connection);
  }

  /** A remote that merely does not answer pauses nothing. */
  async test(connection: Connection): Promise<TestResult> {
    const { id } = connection;
    const connector = this.catalogue.get(connection.connector);
    try {
      const account = await connector.test(this.gateways.of(connection));
      await this.table.update({ id }, { account });
      await this.connections.resume(id);
      return { works: true, reason: null, connection: await this.webhooks.ensure(id) };
    } catch (error) {
      const refused = error instanceof SealBroken || (error instanceof ConnectorError && error.errorClass === 'auth');
      if (!refused && !(error instanceof ConnectorError)) throw error;
      if (refused) await this.connections.pause(id, error.message);
      const reason = error instanceof ConnectorError ? reasonOf(error) : error.message;
      return { works: false, reason, connection: await this.table.findOneByOrFail({ id }) };
    }
  }
}
