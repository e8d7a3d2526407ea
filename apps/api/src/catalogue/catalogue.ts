import { Injectable } from '@nestjs/common';
import type { Connector } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { notFound } from '../http/problem.js';
import { connectors } from './connectors.js';

/** The remote systems that this Tandem can speak to. */
@Injectable()
export class Catalogue {
  readonly connectors: readonly Connector[] = connectors;

  /** undefined when there is no such connector. */
  find(key: string): Connector | undefined {
    return this.connectors.find((connector) => connector.key === key);
  }

  /** Throws a 404 when there is no such connector. */
  get(key: string): Connector {
    const connector = this.find(key);
    if (!connector) throw notFound(said`connector "${key}"`);
    return connector;
  }
}
