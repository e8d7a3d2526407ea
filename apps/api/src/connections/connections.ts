import { Injectable, Logger } from '@nestjs/common';
import { ConnectorError, type Connector, type Nudges, type Webhook } from '@tandem/connectors';
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
  secret: string;
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
    if (!connection) throw notFound(`connection ${connectionId}`);
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
    if (!connector) throw new ConnectorError('bug', 'No connector can do what is asked here.');
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

  /** What verifies a connector's nudges; undefined when it is not connected, or without the secret that signs them. */
  async nudgeTarget(connectorKey: string): Promise<NudgeTarget | undefined> {
    const nudges = this.catalogue.find(connectorKey)?.nudges;
    const connection = nudges && (await this.byConnector(connectorKey));
    if (!connection) return undefined;
    const secret = nudges.secretOf(await this.credentialsOf(connection));
    return secret === undefined ? undefined : { connection, nudges, secret };
  }

  /** The secret with which the remote signs this connection's webhooks; undefined when it has no subscription. */
  async webhookSecretOf(connectionId: string): Promise<string | undefined> {
    const connection = await this.byId(connectionId);
    return connection ? this.secretOf(connection) : undefined;
  }

  private async credentialsOf({ id, credentials }: Connection): Promise<unknown> {
    try {
      return JSON.parse(this.vault.open(id, 'credentials', credentials));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      await this.pause(id, error.message);
      return undefined;
    }
  }

  private async secretOf({ id, webhookSecret }: Connection): Promise<string | undefined> {
    if (webhookSecret === null) return undefined;
    try {
      return this.vault.open(id, 'webhook_secret', webhookSecret);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      await this.pause(id, error.message);
      return undefined;
    }
  }

  private async gatewayOf(connection: Connection, connector: Connector): Promise<unknown> {
    try {
      return this.gateways.of(connection);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      await this.pause(connection.id, error.message);
      throw NotConnected.paused(connector.title, error.message);
    }
  }
}
