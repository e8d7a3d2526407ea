import { ConnectorError } from '../sdk/connector-error.js';
import type { DeliveryRecord, WebhookHealth } from '../sdk/trigger.js';
import { Subscription } from './answers/account-answer.js';
import type { Delivered } from './answers/delivery-answer.js';
import { hasFailed, isOurs, listDeliveries } from './catch-up/list-deliveries.js';
import type { PandaDocGateway } from './client.js';
import { remotePath } from './remote-path.js';

/** Two calls: the subscription, and the newest page of the webhook history, which PandaDoc keeps for 15 days. */
export async function subscriptionHealth(
  gateway: PandaDocGateway,
  subscriptionId: string,
  since: Date,
): Promise<WebhookHealth> {
  const state = await stateOf(gateway, subscriptionId);
  const items = await listDeliveries(gateway, { since: since.toISOString(), page: 1 });
  return { state, ...(items && { deliveries: recordOf(items.filter(isOurs)) }) };
}

async function stateOf(gateway: PandaDocGateway, subscriptionId: string): Promise<WebhookHealth['state']> {
  const path = remotePath`/public/v1/webhook-subscriptions/${subscriptionId}`;
  try {
    const { active, status } = await gateway.read({ operation: 'webhook.list', path }, Subscription);
    return active && (status === null || status === 'ACTIVE') ? 'active' : 'inactive';
  } catch (error) {
    if (error instanceof ConnectorError && error.errorClass === 'not_found') return 'gone';
    throw error;
  }
}

function recordOf(items: Delivered[]): DeliveryRecord {
  const failed = items.filter(hasFailed);
  const [last] = items;
  const [lastFailed] = failed;
  return {
    arrived: items.length - failed.length,
    failed: failed.length,
    lastAt: last?.delivery_time ?? null,
    lastFailure: lastFailed
      ? { at: lastFailed.delivery_time, answer: lastFailed.http_status_code, error: lastFailed.error }
      : null,
  };
}
