import { Injectable } from '@nestjs/common';
import { LocalRateBudget, type Connector, type Fate, type RateBudget } from '@tandem/connectors';
import { Budgets } from '../budget/budgets.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Fates } from '../fates/fates.js';
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
 * One gateway per connection; all calls to one account go through one rate budget.
 * Opened at first use and again when the stored credentials or the address have changed.
 */
@Injectable()
export class Gateways {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly vault: Vault,
    private readonly budgets: Budgets,
    private readonly fates: Fates,
  ) {}

  /** Throws SealBroken when the stored credentials cannot be opened. */
  of(connection: Connection): unknown {
    const { id, baseUrl, credentials: sealed } = connection;
    const known = this.kept.get(id);
    if (known?.baseUrl === baseUrl && known.sealed.equals(sealed)) return known.gateway;
    const credentials: unknown = JSON.parse(this.vault.open(id, 'credentials', sealed));
    const connector = this.catalogue.get(connection.connector);
    const hearFate = (fate: Fate): void => {
      this.fates.hear(id, fate);
    };
    const gateway = open({ connector, credentials, baseUrl }, this.budgets.of(id, connector.limits), hearFate);
    this.kept.set(id, { sealed, baseUrl, gateway });
    return gateway;
  }

  /** A gateway of its own for credentials that are not stored yet. */
  openUnkept(opening: Opening): unknown {
    const { limits } = opening.connector;
    return open(opening, new LocalRateBudget(limits ? { limits } : {}));
  }

  forget(connectionId: string): void {
    this.kept.delete(connectionId);
  }
}

const open = (
  { connector, credentials, baseUrl }: Opening,
  budget: RateBudget,
  hearFate?: (fate: Fate) => void,
): unknown => connector.open({ credentials, baseUrl, budget: new FencedBudget(budget), ...(hearFate && { hearFate }) });
