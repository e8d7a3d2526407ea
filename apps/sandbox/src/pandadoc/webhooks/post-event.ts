import { randomUUID } from 'node:crypto';
import { schedule } from '../jobs.js';
import type { Delivery, OutgoingEvent, Subscription } from '../model/webhook.js';
import type { PandaDocWorld } from '../state.js';
import { signBody } from './sign-body.js';

/** With their bodies they are the largest part of the state, which is written to disk after each change. */
const KEPT_DELIVERIES = 500;
/** Far enough apart for requests sent out of order to arrive so. */
const APART_MS = 20;

/** An event goes out at once, or waits in the outbox when the switches gather or reorder. */
export function postEvent(world: PandaDocWorld, event: OutgoingEvent): void {
  const { batch, reorder, window_ms } = world.state.webhook_switches;
  world.state.outbox.push(event);
  const waiting = world.state.outbox.filter((one) => one.subscription_uuid === event.subscription_uuid);
  const gathers = reorder || batch > 1;
  if (!gathers || (!reorder && waiting.length >= batch)) flushEvents(world, event.subscription_uuid);
  else if (waiting.length === 1) {
    schedule(world, window_ms, { kind: 'flush_events', subscription_uuid: event.subscription_uuid });
  }
}

/** Makes requests of what waits for one subscriber. */
export function flushEvents(world: PandaDocWorld, subscriptionUuid: string): void {
  const { batch, reorder } = world.state.webhook_switches;
  const mine = world.state.outbox.filter((event) => event.subscription_uuid === subscriptionUuid);
  world.state.outbox = world.state.outbox.filter((event) => event.subscription_uuid !== subscriptionUuid);
  const subscription = world.state.subscriptions.find(({ uuid }) => uuid === subscriptionUuid);
  if (!subscription) return;
  if (reorder) mine.reverse();
  for (let from = 0, place = 0; from < mine.length; from += batch, place += 1) {
    dispatch(world, subscription, mine.slice(from, from + batch), reorder ? place * APART_MS : 0);
  }
}

function dispatch(world: PandaDocWorld, subscription: Subscription, events: OutgoingEvent[], afterMs: number): void {
  const [first] = events;
  if (!first) return;
  const delivery = newDelivery(subscription, events, first);
  world.state.deliveries = [...world.state.deliveries, delivery].slice(-KEPT_DELIVERIES);
  if (isDropped(world)) {
    delivery.error = 'INTERNAL_ERROR';
    delivery.attempts = 1;
    return;
  }
  const { duplicate, delay_ms } = world.state.webhook_switches;
  for (let copy = 0; copy <= duplicate; copy += 1) {
    schedule(world, delay_ms + afterMs, { kind: 'deliver', delivery_uuid: delivery.uuid });
  }
}

function newDelivery(subscription: Subscription, events: OutgoingEvent[], first: OutgoingEvent): Delivery {
  const body = JSON.stringify(events.map(({ event }) => event));
  return {
    uuid: randomUUID(),
    subscription_uuid: subscription.uuid,
    name: subscription.name,
    type: first.type,
    url: subscription.url,
    signature: signBody(subscription.shared_key, body),
    request_body: body,
    attempts: 0,
    http_status_code: null,
    error: null,
    response_body: null,
    response_headers: null,
    event_time: first.event_time,
    delivery_time: first.event_time,
  };
}

function isDropped({ state: { webhook_switches: switches } }: PandaDocWorld): boolean {
  if (typeof switches.drop === 'boolean') return switches.drop;
  const dropped = switches.drop > 0;
  if (dropped) switches.drop -= 1;
  return dropped;
}
