import { Injectable } from '@nestjs/common';
import { ConnectorError, type DeliveryRecord } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { firstIdAt } from '../database/partitions.js';
import { sql } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { reasonOf } from './check-account.js';
import type { Connection } from './connection.entity.js';
import { Connections } from './connections.js';
import { appAddress, subscriptionAddress } from './webhook-address.js';
import type { WebhookHealthView } from './webhook-health-view.js';
import { WebhookReceipts, type WebhookReceipt, type WebhookVerdict } from './webhook-receipts.js';

const DAY_MS = 24 * 3_600_000;
const MOST_EVENTS = 1_000;

/** Whether the webhooks of a connection come in: as we counted them, and as the remote sees it. */
@Injectable()
export class ReadWebhookHealth {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly connections: Connections,
    private readonly receipts: WebhookReceipts,
  ) {}

  /** Throws 404 when the connector has no webhooks. A remote that does not answer is `unknown`. */
  async of(connection: Connection): Promise<WebhookHealthView> {
    const { webhook, nudges, title } = this.catalogue.get(connection.connector);
    if (!webhook && !nudges) throw notFound(said`a webhook of ${title}`);
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const secret = webhook
      ? await this.connections.webhookSecretOf(connection.id)
      : await this.connections.nudgeSecretOf(connection);
    return {
      way: webhook ? 'subscription' : 'app',
      address: webhook ? subscriptionAddress(this.config, connection) : appAddress(this.config, connection.connector),
      has_secret: secret !== undefined,
      remote: webhook ? await this.remoteOf(connection, since) : null,
      ...receiptsView(await this.receipts.of(connection.id)),
      found_by: await this.foundBy(connection.id, since),
    };
  }

  private async remoteOf(connection: Connection, since: Date): Promise<WebhookHealthView['remote']> {
    const { webhook } = this.catalogue.get(connection.connector);
    const subscription = connection.webhookSubscriptionId;
    if (!webhook || subscription === null) return { state: 'gone', reason: null, deliveries: null };
    try {
      const { state, deliveries } = await this.connections.use(connection.connector, ({ gateway }) =>
        webhook.health(gateway, subscription, since),
      );
      return { state, reason: null, deliveries: deliveries ? deliveriesView(deliveries) : null };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      return { state: 'unknown', reason: reasonOf(error), deliveries: null };
    }
  }

  /** The ids of events hold the time at which they were stored. */
  private async foundBy(connectionId: string, since: Date): Promise<WebhookHealthView['found_by']> {
    const rows = await sql<{ found_by: WebhookHealthView['found_by'][number]['found_by']; count: number; at: Date }>(
      this.dataSource.manager,
      `select found_by, count(*)::int as count, max(received_at) as at
       from (select found_by, received_at from event
             where id >= $2 and connection_id = $1 order by id desc limit ${MOST_EVENTS}) newest
       group by found_by order by count desc, found_by`,
      [connectionId, firstIdAt(since)],
    );
    return rows.map(({ found_by, count, at }) => ({ found_by, count, last_at: at.toISOString() }));
  }
}

function receiptsView(receipts: readonly WebhookReceipt[]): Pick<WebhookHealthView, 'accepted' | 'refused'> {
  const accepted = receipts.find(({ verdict }) => verdict === 'accepted');
  const refused = receipts.filter(isRefused).sort((a, b) => +b.last_at - +a.last_at);
  const [last] = refused;
  return {
    accepted: { count: accepted?.count ?? 0, last_at: accepted?.last_at.toISOString() ?? null },
    refused: {
      count: refused.reduce((sum, { count }) => sum + count, 0),
      last_at: last?.last_at.toISOString() ?? null,
      ...(last && { why: last.verdict }),
    },
  };
}

type Refusal = Exclude<WebhookVerdict, 'accepted'>;

const isRefused = (receipt: WebhookReceipt): receipt is WebhookReceipt & { verdict: Refusal } =>
  receipt.verdict !== 'accepted';

const deliveriesView = ({ arrived, failed, lastAt, lastFailure }: DeliveryRecord) => ({
  arrived,
  failed,
  last_at: lastAt,
  last_failure: lastFailure,
});
