import { Injectable } from '@nestjs/common';
import { number, said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit.js';
import { forgetRuns } from '../database/forget-runs.js';
import { sqlOne } from '../database/sql.js';
import { conflict } from '../http/problem.js';
import { Connection } from './connection.entity.js';
import { Gateways } from './gateways.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';

/** Ends a connection here and at the remote. */
@Injectable()
export class RemoveConnection {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly gateways: Gateways,
    private readonly webhooks: WebhookSubscriptions,
  ) {}

  /** Events, runs and the ledger hang on their connection. Throws 409 when there are any and they are to be kept. */
  async remove(connection: Connection, withHistory: boolean): Promise<void> {
    const { id, connector, name } = connection;
    const events = await this.eventsOf(id);
    if (events > 0 && !withHistory) {
      throw conflict(
        said`${number(events)} events and the runs they started belong to this connection and would go with it. Say with_history=true to remove them too; to use other credentials of the same account, change the connection.`,
        { type: 'has_history', extra: { events } },
      );
    }
    await this.webhooks.end(connection);
    await this.dataSource.transaction(async (tx) => {
      await forgetRuns(tx, 'connection', id);
      await tx.delete(Connection, { id });
      const before = { connector, name, account: connection.account?.id ?? null, events };
      await this.audit.record(tx, {
        action: 'connection.deleted',
        subject: `connection ${connector}`,
        before,
        after: null,
      });
    });
    this.gateways.forget(id);
  }

  private async eventsOf(connectionId: string): Promise<number> {
    const row = await sqlOne<{ events: number }>(
      this.dataSource.manager,
      'select count(*)::int as events from event where connection_id = $1',
      [connectionId],
    );
    return row?.events ?? 0;
  }
}
