import { Descriptions } from './contract-descriptions.js';
import type { Operation } from './contract-operation.js';

/** One call of a remote API and its answer; a row of GET /control/requests?full=1 is one. */
export interface Exchange {
  api: 'hubspot' | 'pandadoc';
  method: string;
  /** After /hubspot or /pandadoc, without the query. */
  path: string;
  query: unknown;
  requestBody: unknown;
  /** null when the connection was cut. */
  status: number | null;
  responseBody: unknown;
  /** The fault that was injected, if one was. */
  fault?: string | null;
}

export interface Violation {
  side: 'request' | 'answer';
  /** The operation as described, such as "hubspot GET /crm/v3/owners"; the bare path where none is described. */
  operation: string;
  status: number | null;
  /** JSON pointer inside the query or the body. */
  at: string;
  message: string;
}

/** The vendors' descriptions, ready to be held against what was really sent and answered. */
export class Contract {
  /** Operations and statuses that at least one exchange had, such as "hubspot GET /crm/v3/owners 200". */
  readonly seen = new Set<string>();

  private constructor(private readonly descriptions: Descriptions) {}

  /** Reads `pandadoc.openapi.json` and `hubspot/*.json` of a folder. Throws when they are not there. */
  static async load(folder: string): Promise<Contract> {
    return new Contract(await Descriptions.load(folder));
  }

  /** Everything in the exchanges that the descriptions, with their known slips repaired, do not allow. */
  violations(exchanges: readonly Exchange[]): Violation[] {
    return exchanges.flatMap((exchange) => this.check(exchange));
  }

  private check(exchange: Exchange): Violation[] {
    const operation = this.descriptions.find(exchange.api, exchange.method, exchange.path);
    if (!operation) {
      const name = `${exchange.api} ${exchange.method} ${exchange.path}`;
      return [{ side: 'request', operation: name, status: exchange.status, at: '', message: 'no such operation' }];
    }
    this.seen.add(`${operation.name} ${exchange.status}`);
    return [...inRequest(exchange, operation), ...inAnswer(exchange, operation)];
  }
}

/** What was refused as invalid may be invalid: of such a call only the answer is held against the description. */
function inRequest(exchange: Exchange, operation: Operation): Violation[] {
  if (exchange.status === 400) return [];
  const place = { side: 'request', operation: operation.name, status: exchange.status } as const;
  const query = operation.checkQuery(exchange.query ?? {}).map((finding) => ({ ...place, ...finding }));
  if (isRemark(exchange.requestBody)) return query;
  return [...query, ...operation.checkBody(exchange.requestBody).map((finding) => ({ ...place, ...finding }))];
}

/** A server that fails keeps to no description (its 5xx may be a gateway's page), nor does what a test made up. */
function inAnswer({ status, responseBody, fault }: Exchange, operation: Operation): Violation[] {
  if (status === null || status >= 500 || fault?.startsWith('answer ')) return [];
  const place = { side: 'answer', operation: operation.name, status } as const;
  if (!operation.describes(status)) return [{ ...place, at: '', message: `status ${status} is not described` }];
  if (isRemark(responseBody)) return [];
  return operation.checkAnswer(status, responseBody).map((finding) => ({ ...place, ...finding }));
}

/** The call log keeps files as a remark such as "(application/pdf, 4096 bytes)". */
function isRemark(body: unknown): boolean {
  return typeof body === 'string' && body.startsWith('(');
}
