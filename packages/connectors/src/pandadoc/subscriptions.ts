import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';
import { Subscription, Subscriptions } from './answers/account-answer.js';
import type { PandaDocGateway } from './client.js';
import { remotePath } from './remote-path.js';
import { triggerOfEvent } from './triggers/document-triggers.js';

const PATH = '/public/v1/webhook-subscriptions';
/** By it our deliveries are found in the history. */
export const SUBSCRIPTION_NAME = 'Tandem';
/** Events are hints, the document is read afterwards: none of the optional parts is asked for. */
const WANTED = { active: true, payload: [] as string[], triggers: [...triggerOfEvent.keys()] };

/** One active subscription to this URL with all document events; an existing one is brought up to date and reused. */
export async function subscribe(
  gateway: PandaDocGateway,
  url: string,
): Promise<{ subscriptionId: string; secret: string }> {
  const { items } = await gateway.read({ operation: 'webhook.list', path: PATH }, Subscriptions);
  const existing = items.find((item) => item.url === url);
  const subscription =
    existing === undefined
      ? await create(gateway, url)
      : isAsWanted(existing)
        ? existing
        : await update(gateway, existing.uuid);
  const secret = subscription.shared_key ?? existing?.shared_key ?? (await readKey(gateway, subscription.uuid));
  return { subscriptionId: subscription.uuid, secret };
}

/** Ends the subscription; one that is already gone is as wished. */
export async function unsubscribe(gateway: PandaDocGateway, subscriptionId: string): Promise<void> {
  try {
    const path = remotePath`/public/v1/webhook-subscriptions/${subscriptionId}`;
    await gateway.writeOnly({ operation: 'webhook.delete', method: 'DELETE', path });
  } catch (error) {
    if (!(error instanceof ConnectorError && error.errorClass === 'not_found')) throw error;
  }
}

async function create(gateway: PandaDocGateway, url: string): Promise<Subscription> {
  const body = { name: SUBSCRIPTION_NAME, url, ...WANTED };
  return gateway.write({ operation: 'webhook.create', method: 'POST', path: PATH, body }, Subscription);
}

async function update(gateway: PandaDocGateway, id: string): Promise<Subscription> {
  const path = remotePath`/public/v1/webhook-subscriptions/${id}`;
  return gateway.write({ operation: 'webhook.update', method: 'PATCH', path, body: WANTED }, Subscription);
}

async function readKey(gateway: PandaDocGateway, id: string): Promise<string> {
  const path = remotePath`/public/v1/webhook-subscriptions/${id}`;
  const { shared_key: key } = await gateway.read({ operation: 'webhook.list', path }, Subscription);
  if (key !== null && key !== '') return key;
  throw new ConnectorError('forbidden', said`PandaDoc does not show the shared key of the webhook subscription.`, {
    remedy: said`Use an API key whose owner may manage webhooks.`,
  });
}

/** The remote does not keep the order of triggers and parts. */
const isAsWanted = ({ active, status, payload, triggers }: Subscription): boolean =>
  active &&
  (status === null || status === 'ACTIVE') &&
  sameSet(payload, WANTED.payload) &&
  sameSet(triggers, WANTED.triggers);

const sameSet = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));
