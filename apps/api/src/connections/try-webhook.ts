import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { Catalogue } from '../catalogue/catalogue.js';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { conflict } from '../http/problem.js';
import type { Connection } from './connection.entity.js';
import { Connections } from './connections.js';
import { appAddress, subscriptionAddress } from './webhook-address.js';

/** Marks a delivery of our own, so that it is not taken for one of the remote's. */
export const TEST_HEADER = 'x-tandem-test';

/** What came of a test delivery. */
export interface WebhookTrial {
  address: string;
  /** The HTTP status of the answer; null: there was none. */
  status: number | null;
  /** What the answer said when it was a refusal, or why there was none. */
  detail: string | null;
  tookMs: number;
}

interface SignedDelivery {
  /** With the signature, where it stands in the query. */
  url: string;
  headers: Record<string, string>;
}

/** Nobody waits for such an event, so that a test starts nothing. */
const BODY = Buffer.from(JSON.stringify([{ event: 'tandem_test', subscriptionType: 'tandem.test', data: {} }]));
const PATIENCE_MS = 10_000;
const LONGEST_DETAIL = 300;

/** Delivers a signed webhook to the public address, as the remote would: through whatever stands before this server. */
@Injectable()
export class TryWebhook {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly connections: Connections,
  ) {}

  /** Throws 409 when there is nothing to sign with. */
  async send(connection: Connection): Promise<WebhookTrial> {
    const address = this.addressOf(connection);
    const { url, headers } = await this.sign(connection, address);
    const began = performance.now();
    const answer = await post(url, headers);
    return { address, ...answer, tookMs: Math.round(performance.now() - began) };
  }

  private addressOf(connection: Connection): string {
    return this.catalogue.find(connection.connector)?.webhook
      ? subscriptionAddress(this.config, connection)
      : appAddress(this.config, connection.connector);
  }

  private async sign(connection: Connection, url: string): Promise<SignedDelivery> {
    const { title, webhook, nudges } = this.catalogue.get(connection.connector);
    if (webhook) {
      const secret = await this.connections.webhookSecretOf(connection.id);
      if (secret === undefined)
        throw conflict(said`There is no subscription to ${title}'s webhooks yet. Subscribe first.`);
      return { url: `${url}?${new URLSearchParams(webhook.sign(BODY, secret)).toString()}`, headers: {} };
    }
    const secret = await this.connections.nudgeSecretOf(connection);
    if (!nudges || secret === undefined)
      throw conflict(
        said`The client secret of the ${title} app is not stored. Reconnect and give it beside the token.`,
      );
    return { url, headers: nudges.sign({ method: 'POST', url, body: BODY, receivedAt: this.clock.now() }, secret) };
  }
}

async function post(url: string, headers: Record<string, string>): Promise<Pick<WebhookTrial, 'status' | 'detail'>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: BODY,
      headers: { 'content-type': 'application/json', [TEST_HEADER]: '1', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    return { status: response.status, detail: response.ok ? null : detailOf(text) };
  } catch (error) {
    return { status: null, detail: reasonOf(error) };
  }
}

/** Our own refusals say why; what a proxy answers in our place is shown as it is. */
function detailOf(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    const detail: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'detail') : undefined;
    if (typeof detail === 'string') return detail;
  } catch {
    // Not JSON: a page of whatever stands before this server.
  }
  const plain = text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : plain.slice(0, LONGEST_DETAIL);
}

/** fetch hides behind "fetch failed" what went wrong. */
function reasonOf(error: unknown): string {
  const cause: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
  for (const one of [cause, error]) {
    const message: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'message') : undefined;
    if (typeof message === 'string' && message !== '') return message;
  }
  return String(error);
}
