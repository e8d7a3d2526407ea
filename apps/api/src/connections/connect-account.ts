import { Injectable } from '@nestjs/common';
import type { Account, Connector } from '@tandem/connectors';
import { type JsonObject, said } from '@tandem/recipes';
import { DataSource, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Audit, type Deed } from '../audit/audit.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { conflict, Problem, unprocessable } from '../http/problem.js';
import { CheckAccount } from './check-account.js';
import type { ConnectionChange, NewConnection } from './connection-view.js';
import { Connection } from './connection.entity.js';
import { Connections } from './connections.js';
import { Vault } from './vault.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';

/** Makes and changes connections. The remote is asked first; what it refuses is not stored. */
@Injectable()
export class ConnectAccount {
  private readonly table: Repository<Connection>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly catalogue: Catalogue,
    private readonly checkAccount: CheckAccount,
    private readonly connections: Connections,
    private readonly vault: Vault,
    private readonly webhooks: WebhookSubscriptions,
  ) {
    this.table = dataSource.getRepository(Connection);
  }

  /** Throws 409 when it is connected already, 422 with the remote's reason. */
  async create(wish: NewConnection): Promise<Connection> {
    const connector = this.catalogue.find(wish.connector);
    if (!connector) throw unknownConnector(wish.connector);
    if (await this.connections.byConnector(connector.key)) {
      throw conflict(said`${connector.title} is connected already. Change that connection, or delete it first.`);
    }
    const credentials = this.checkAccount.credentials(connector, wish.credentials);
    const baseUrl = wish.base_url ?? connector.defaultBaseUrl;
    const account = await this.checkAccount.account({ connector, credentials, baseUrl });
    const id = uuid();
    const name = wish.name ?? account.name;
    const sealed = this.vault.sealFor(id, 'credentials', JSON.stringify(credentials));
    await this.dataSource.transaction(async (tx) => {
      const row = { id, connector: connector.key, name, baseUrl, credentials: sealed, account };
      await tx.insert(Connection, { ...row, status: 'connected' });
      await this.audit.record(tx, deed('connection.created', connector, null, summary(name, baseUrl, account)));
    });
    await this.connections.tellItWorks(id);
    return this.webhooks.ensure(id);
  }

  /**
   * New credentials of the same account make a paused connection usable again.
   * Throws 409 for credentials of another account, 422 with the remote's reason.
   */
  async change(connection: Connection, wish: ConnectionChange): Promise<Connection> {
    const { id } = connection;
    if (wish.name !== undefined) await this.table.update({ id }, { name: wish.name });
    if (wish.credentials === undefined) {
      if (wish.base_url !== undefined && wish.base_url !== connection.baseUrl) throw addressAlone();
      return this.table.findOneByOrFail({ id });
    }
    const connector = this.catalogue.get(connection.connector);
    const baseUrl = wish.base_url ?? connection.baseUrl;
    const kept = baseUrl === connection.baseUrl ? await this.connections.credentialsOf(connection) : undefined;
    const credentials = this.checkAccount.credentials(connector, renewed(kept, wish.credentials));
    const account = await this.checkAccount.account({ connector, credentials, baseUrl });
    refuseOtherAccount(connector, connection.account, account);
    const sealed = this.vault.sealFor(id, 'credentials', JSON.stringify(credentials));
    await this.dataSource.transaction(async (tx) => {
      await tx.update(Connection, { id }, { baseUrl, credentials: sealed, account });
      const before = summary(connection.name, connection.baseUrl, connection.account);
      const after = summary(connection.name, baseUrl, account);
      await this.audit.record(tx, deed('connection.credentials_renewed', connector, before, after));
    });
    await this.connections.resume(id);
    return this.webhooks.ensure(id);
  }

  /** Creates the connection of a connector or changes the one that is there. */
  async createOrChange(wish: NewConnection): Promise<Connection> {
    const present = await this.connections.byConnector(wish.connector);
    if (!present) return this.create(wish);
    const baseUrl = wish.base_url ?? this.catalogue.get(wish.connector).defaultBaseUrl;
    return this.change(present, { ...wish, base_url: baseUrl });
  }
}

/** What is not given again stays, e.g. the client secret when only the token is new; what is null is forgotten. */
const renewed = (kept: unknown, given: Record<string, string | null>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...(typeof kept === 'object' ? kept : null), ...given }).filter(([, value]) => value !== null),
  );

const summary = (name: string, baseUrl: string, account: Account | null): JsonObject => ({
  name,
  base_url: baseUrl,
  account: account?.id ?? null,
});

const deed = (action: string, { key }: Connector, before: JsonObject | null, after: JsonObject): Deed => ({
  action,
  subject: `connection ${key}`,
  before,
  after,
});

/**
 * Cursors, remembered line items and history are about one account's ids; another account may use the same ids
 * for other deals.
 */
function refuseOtherAccount(connector: Connector, known: Account | null, found: Account): void {
  if (known === null || known.id === found.id) return;
  throw new Problem(
    409,
    said`These credentials belong to the ${connector.title} account "${found.name}" (${found.id}), this connection to "${known.name}" (${known.id}). Delete this connection first to connect another account.`,
    { type: 'other_account' },
  );
}

const unknownConnector = (key: string): Problem =>
  unprocessable(said`There is no connector "${key}".`, [
    { in: 'body', pointer: '/connector', message: said`Is none of the connectors under GET /api/connectors.` },
  ]);

const addressAlone = (): Problem =>
  unprocessable(said`Give the credentials again when the address changes.`, [
    { in: 'body', pointer: '/credentials', message: said`Needed together with a new base_url.` },
  ]);
