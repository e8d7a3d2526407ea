import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { DataSource, type Repository } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { Config } from '../config/config.js';
import { reasonOf } from './check-account.js';
import { Connection } from './connection.entity.js';
import { Gateways } from './gateways.js';
import { Vault } from './vault.js';
import { messageOf } from './message-of.js';
import { subscriptionAddress } from './webhook-address.js';

/** Sees to it that remotes deliver their events to us. Trouble is shown on the connection and is never fatal. */
@Injectable()
export class WebhookSubscriptions {
  private readonly logger = new Logger('Webhooks');
  private readonly table: Repository<Connection>;

  constructor(
    dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly config: Config,
    private readonly gateways: Gateways,
    private readonly vault: Vault,
  ) {
    this.table = dataSource.getRepository(Connection);
  }

  /** Subscribes unless that is so already; gives the connection as it is afterwards. Safe to repeat. */
  async ensure(connectionId: string): Promise<Connection> {
    const connection = await this.table.findOneByOrFail({ id: connectionId });
    const webhook = this.catalogue.find(connection.connector)?.webhook;
    if (!webhook || connection.status === 'paused') return connection;
    try {
      const { subscriptionId, secret } = await webhook.subscribe(
        this.gateways.of(connection),
        subscriptionAddress(this.config, connection),
      );
      const webhookSecret = this.vault.sealFor(connectionId, 'webhook_secret', secret);
      await this.table.update({ id: connectionId }, { webhookSubscriptionId: subscriptionId, webhookSecret });
      await this.note(connectionId, null);
    } catch (error) {
      this.logger.warn(`No webhooks for connection ${connectionId}: ${messageOf(error)}`);
      const reason = error instanceof ConnectorError ? reasonOf(error) : said`an unexpected error; the log tells more.`;
      await this.note(connectionId, said`Webhooks could not be subscribed to: ${reason}`);
    }
    return this.table.findOneByOrFail({ id: connectionId });
  }

  /** Ends the subscription. A remote that refuses does not keep anybody from removing the connection. */
  async end(connection: Connection): Promise<void> {
    const webhook = this.catalogue.find(connection.connector)?.webhook;
    if (!webhook || connection.webhookSubscriptionId === null) return;
    try {
      await webhook.unsubscribe(this.gateways.of(connection), connection.webhookSubscriptionId);
    } catch (error) {
      this.logger.warn(`The webhook subscription of ${connection.id} stays at the remote: ${messageOf(error)}`);
    }
  }

  private async note(connectionId: string, statusReason: string | null): Promise<void> {
    await this.table.update({ id: connectionId, status: 'connected' }, { statusReason });
  }
}
