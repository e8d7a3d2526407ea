import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { ConnectAccount } from './connect-account.js';
import { Connection } from './connection.entity.js';
import { environmentAccounts, type EnvironmentAccount } from './environment-accounts.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';
import { messageOf } from './message-of.js';

/** At start: connects the accounts that the environment names and renews the webhook subscriptions. Delays nothing. */
@Injectable()
export class StartConnections implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Connections');
  private work = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly connectAccount: ConnectAccount,
    private readonly webhooks: WebhookSubscriptions,
  ) {}

  onApplicationBootstrap(): void {
    this.work = this.start().catch((error: unknown) => {
      this.logger.warn(`Connections are not renewed: ${messageOf(error)}`);
    });
  }

  /** What was begun is finished while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.work;
  }

  private async start(): Promise<void> {
    const connected = new Set<string>();
    for (const account of environmentAccounts(this.config))
      if (await this.connect(account)) connected.add(account.connector);
    const present = await this.dataSource.getRepository(Connection).find();
    for (const { id, connector } of present) if (!connected.has(connector)) await this.webhooks.ensure(id);
  }

  private async connect(account: EnvironmentAccount): Promise<boolean> {
    try {
      await this.connectAccount.createOrChange(account);
      return true;
    } catch (error) {
      this.logger.warn(`${account.variable} does not connect ${account.connector}: ${messageOf(error)}`);
      return false;
    }
  }
}
