import { Injectable } from '@nestjs/common';
import { LocalRateBudget, type Connector } from '@tandem/connectors';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Connection } from './connection.entity.js';
import { FencedBudget } from './fenced-budget.js';
import { Vault } from './vault.js';

/** What a gateway is opened from. */
export interface Opening {
  connector: Connector;
  credentials: unknown;
  baseUrl: string;
}

interface Kept {
  sealed: Buffer;
  baseUrl: string;
  gateway: unknown;
}

/**
 * One gateway per connection, so that all calls to one account go through one rate budget.
 * Opened at first use and again when the stored credentials or the address have changed.
 */
@Injectable()
export class Gateways {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly vault: Vault,
  ) {}

  /** Throws SealBroken when the stored credentials cannot be opened. */
  of(connection: Connection): unknown {
    const { id, baseUrl, credentials: sealed } = connection;
    const known = this.kept.get(id);
    if (known?.baseUrl === baseUrl && known.sealed.equals(sealed)) return known.gateway;
    const credentials: unknown = JSON.parse(this.vault.open(id, 'credentials', sealed));
    const gateway = this.openUnkept({ connector: this.catalogue.get(connection.connector), credentials, baseUrl });
    this.kept.set(id, { sealed, baseUrl, gateway });
    return gateway;
  }

  /** A gateway of its own for credentials that are not stored yet. */
  openUnkept({ connector, credentials, baseUrl }: Opening): unknown {
    const { limits } = connector;
    const budget = new FencedBudget(new LocalRateBudget(limits ? { limits } : {}));
    return connector.open({ credentials, baseUrl, budget });
  }

  forget(connectionId: string): void {
    this.kept.delete(connectionId);
  }
}
