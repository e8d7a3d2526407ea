import { schedule } from '../jobs.js';
import type { Delivery, DeliveryError, Subscription } from '../model/webhook.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';
import { signedUrl } from './sign-body.js';

const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

type Answer = Pick<Delivery, 'http_status_code' | 'error' | 'response_body' | 'response_headers'>;

/**
 * Sends one delivery and writes down what came back. What fails is tried again after growing pauses; 410, or seven
 * days of refusals, deactivates the subscription.
 */
export async function deliver(world: PandaDocWorld, deliveryUuid: string, closing: AbortSignal): Promise<void> {
  const { state } = world;
  const delivery = state.deliveries.find(({ uuid }) => uuid === deliveryUuid);
  const subscription = state.subscriptions.find(({ uuid }) => uuid === delivery?.subscription_uuid);
  if (!delivery || subscription?.status !== 'ACTIVE') return;
  const answer = await post(delivery, state.webhook_switches.timeout_ms, closing);
  if (closing.aborted || world.state !== state) return;
  Object.assign(delivery, answer, { delivery_time: stamp(world) });
  const retryAfterMs = state.webhook_switches.retry_after_ms[delivery.attempts];
  delivery.attempts += 1;
  judge(world, subscription, answer);
  if (!hasArrived(answer) && retryAfterMs !== undefined) {
    schedule(world, retryAfterMs, { kind: 'deliver', delivery_uuid: delivery.uuid });
  }
}

async function post(delivery: Delivery, timeoutMs: number, closing: AbortSignal): Promise<Answer> {
  const url = signedUrl(delivery.url, delivery.signature);
  if (!URL.canParse(url)) return failed('NOT_VALID_URL');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'PandaDoc Webhooks',
        'x-pandadoc-webhook-event-id': delivery.uuid,
      },
      body: delivery.request_body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closing]),
    });
    return {
      http_status_code: response.status,
      error: null,
      response_body: await response.text(),
      response_headers: JSON.stringify(Object.fromEntries(response.headers)),
    };
  } catch (error) {
    return failed(error instanceof DOMException && error.name === 'TimeoutError' ? 'TIMEOUT_ERROR' : 'CONNECT_ERROR');
  }
}

function failed(error: DeliveryError): Answer {
  return { http_status_code: null, error, response_body: null, response_headers: null };
}

/** Taken with a 2xx; all else is tried again. */
export function hasArrived({ http_status_code: status }: Pick<Delivery, 'http_status_code'>): boolean {
  return status !== null && status >= 200 && status < 300;
}

function judge(world: PandaDocWorld, subscription: Subscription, answer: Answer): void {
  const now = world.now();
  if (hasArrived(answer)) subscription.failing_since = null;
  else if (answer.http_status_code !== null) subscription.failing_since ??= now.toISOString();
  const since = subscription.failing_since;
  const failedForDays = since !== null && now.getTime() - Date.parse(since) >= SEVEN_DAYS_MS;
  if (answer.http_status_code === 410 || failedForDays) {
    subscription.status = 'DEACTIVATED';
    subscription.active = false;
  }
}
