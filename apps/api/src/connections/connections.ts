import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError, type Connector, type Nudges, type Webhook } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { DataSource, type Repository } from 'typeorm';
import { Catalogue } from '../catalogue/catalogue.js';
import { notFound } from '../http/problem.js';
import { Connection } from './connection.entity.js';
import { Gateways } from './gateways.js';
import { NotConnected } from './not-connected.js';
import { SealBroken } from './seal.js';
import { Vault } from './vault.js';

/** A connection ready for use. The gateway is what the connector's own actions and triggers take. */
export interface OpenedConnection {
  connectionId: string;
  connector: Connector;
  gateway: unknown;
}

/** Where a webhook request of one connection is checked. */
export interface WebhookTarget {
  webhook: Webhook<unknown>;
  secret: string;
}

/** Where a remote's nudges about one account are checked. */
export interface NudgeTarget {
  connection: Connection;
  nudges: Nudges;
  /** undefined: nobody stored the secret that signs them. */
  secret: string | undefined;
}

/** Told when a paused connection works again, so that what waits for it goes on. */
export interface OnConnectionResumed {
  connectionResumed(connectionId: string): Promise<void>;
}

/** The connections, as the other rooms use them. */
@Injectable()
export class Connections {
  private readonly logger = new Logger('Connections');
  private readonly resumedListeners: OnConnectionResumed[] = [];
  private readonly table: Repository<Connection>;

  constructor(
    dataSource: DataSource,
    private readonly catalogue: Catalogue,
    private readonly gateways: Gateways,
    private readonly vault: Vault,
  ) {
    this.table = dataSource.getRepository(Connection);
  }

  /** The connection of a connector, usable or not; null when there is none. */
  byConnector(connectorKey: string): Promise<Connection | null> {
    return this.table.findOneBy({ connector: connectorKey });
  }

  all(): Promise<Connection[]> {
    return this.table.find({ order: { connector: 'ASC' } });
  }

  /** Throws a 404 when there is no such connection. */
  async get(connectionId: string): Promise<Connection> {
    const connection = await this.byId(connectionId);
    if (!connection) throw notFound(said`connection ${connectionId}`);
    return connection;
  }

  byId(connectionId: string): Promise<Connection | null> {
    return this.table.findOneBy({ id: connectionId });
  }

  /** Throws NotConnected, a ConnectorError of class `auth`, when there is no connection or it is paused. */
  async open(connectorKey: string): Promise<OpenedConnection> {
    const connector = this.catalogue.get(connectorKey);
    const connection = await this.byConnector(connectorKey);
    if (!connection) throw NotConnected.missing(connector.title);
    if (connection.status === 'paused') throw NotConnected.paused(connector.title, connection.statusReason);
    return { connectionId: connection.id, connector, gateway: await this.gatewayOf(connection, connector) };
  }

  /** The connection of the first connector that can do something, e.g. list the documents of a deal. Throws as open. */
  async openWhere(can: (connector: Connector) => boolean): Promise<OpenedConnection> {
    const connector = this.catalogue.connectors.find(can);
    if (!connector) throw new ConnectorError('bug', said`No connector can do what is asked here.`);
    return this.open(connector.key);
  }

  /** Works with the connection of a connector, and pauses it when the remote refuses its credentials. Throws as open. */
  async use<T>(connectorKey: string, work: (opened: OpenedConnection) => Promise<T>): Promise<T> {
    const opened = await this.open(connectorKey);
    try {
      return await work(opened);
    } catch (error) {
      if (error instanceof ConnectorError && error.errorClass === 'auth')
        await this.pause(opened.connectionId, error.message);
      throw error;
    }
  }

  /** As open, but undefined where that throws NotConnected. */
  async openIfConnected(connectorKey: string): Promise<OpenedConnection | undefined> {
    try {
      return await this.open(connectorKey);
    } catch (error) {
      if (error instanceof NotConnected) return undefined;
      throw error;
    }
  }

  /** Nothing uses the connection until it is resumed. @param reason one plain sentence, shown to people; no secret */
  async pause(connectionId: string, reason: string): Promise<void> {
    await this.table.update({ id: connectionId }, { status: 'paused', statusReason: reason });
    this.logger.warn(`Connection ${connectionId} is paused: ${reason}`);
  }

  /** Makes a paused connection usable and tells whoever waits for it. Does nothing to one that is not paused. */
  async resume(connectionId: string): Promise<void> {
    const { affected } = await this.table.update(
      { id: connectionId, status: 'paused' },
      { status: 'connected', statusReason: null },
    );
    if (affected !== 0) await this.tellItWorks(connectionId);
  }

  /** For a new connection: what failed for the lack of it goes on. */
  async tellItWorks(connectionId: string): Promise<void> {
    for (const listener of this.resumedListeners) await listener.connectionResumed(connectionId);
  }

  whenResumed(listener: OnConnectionResumed): void {
    this.resumedListeners.push(listener);
  }

  /** What verifies this connection's webhooks; undefined when it has no subscription or is not of that connector. */
  async webhookTarget(connectorKey: string, connectionId: string): Promise<WebhookTarget | undefined> {
    const webhook = this.catalogue.find(connectorKey)?.webhook;
    const connection = await this.table.findOneBy({ id: connectionId, connector: connectorKey });
    const secret = connection && (await this.secretOf(connection));
    return webhook && secret ? { webhook, secret } : undefined;
  }

  /** What verifies a connector's nudges; undefined when it is not connected. */
  async nudgeTarget(connectorKey: string): Promise<NudgeTarget | undefined> {
    const nudges = this.catalogue.find(connectorKey)?.nudges;
    const connection = nudges && (await this.byConnector(connectorKey));
    if (!connection) return undefined;
    return { connection, nudges, secret: await this.nudgeSecretOf(connection) };
  }

  /** The secret with which the remote signs this connection's webhooks; undefined when it has no subscription. */
  async webhookSecretOf(connectionId: string): Promise<string | undefined> {
    const connection = await this.byId(connectionId);
    return connection ? this.secretOf(connection) : undefined;
  }

  /** The secret that a person gave beside the credentials for calls; undefined without one, or when it cannot be opened. */
  async nudgeSecretOf(connection: Connection): Promise<string | undefined> {
    const nudges = this.catalogue.find(connection.connector)?.nudges;
    return nudges?.secretOf(await this.credentialsOf(connection));
  }

  /** As stored; undefined when they cannot be opened. For the room's own use: nobody else is handed credentials. */
  credentialsOf(connection: Connection): Promise<unknown> {
    const { id, credentials } = connection;
    return this.opened(connection, () => JSON.parse(this.vault.open(id, 'credentials', credentials)) as unknown);
  }

  private async secretOf(connection: Connection): Promise<string | undefined> {
    const { id, webhookSecret } = connection;
    if (webhookSecret === null) return undefined;
    return this.opened(connection, () => this.vault.open(id, 'webhook_secret', webhookSecret));
  }

  private async gatewayOf(connection: Connection, connector: Connector): Promise<unknown> {
    const gateway = await this.opened(connection, () => this.gateways.of(connection));
    if (gateway !== undefined) return gateway;
    throw NotConnected.paused(connector.title, (await this.get(connection.id)).statusReason);
  }

  /** What is sealed in a connection; undefined when the seal does not open, which pauses it. */
  private async opened<T>({ id, status }: Connection, open: () => T): Promise<T | undefined> {
    try {
      return open();
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      if (status !== 'paused') await this.pause(id, error.message);
      return undefined;
    }
  }
}
