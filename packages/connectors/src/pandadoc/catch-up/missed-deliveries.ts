import { ConnectorError } from '../../sdk/connector-error.js';
import type { IncomingEvent } from '../../sdk/trigger.js';
import { DeliveredBody, type Delivered } from '../answers/delivery-answer.js';
import type { PandaDocGateway } from '../client.js';
import { remotePath } from '../remote-path.js';
import { readEvents } from '../webhook-events.js';
import { earlier, type Deliveries } from './cursor.js';
import { DELIVERIES_PER_PAGE, hasFailed, isOurs, listDeliveries } from './list-deliveries.js';

/** A shorter time is not divided any more: what happened in it is listed page by page. */
const SHORTEST_SPAN_MS = 1_000;
const BODIES_AT_ONCE = 20;
/** A delivery is listed once it was answered or given up, which takes up to 20 s; clocks differ, too. */
const OVERLAP_MS = 120_000;
const REMEMBERED = 500;

interface Look {
  events: IncomingEvent[];
  deliveries: Deliveries;
  more: boolean;
}

/**
 * One look at what PandaDoc delivered and failed to: lists what happened in a stretch of time, or reads the bodies of some
 * failed deliveries. The list is the newest first, and its pages move while it grows; so a stretch that does not fit on one
 * page is halved, until the oldest part does. So nothing is passed over however long the down time, "sent" is known before
 * "completed", and the cursor stays small. Deliveries that arrived are not read again.
 */
export async function missedDeliveries(gateway: PandaDocGateway, now: Date, at: Deliveries): Promise<Look> {
  return at.unread.length > 0 ? readBodies(gateway, at) : list(gateway, now, at);
}

async function list(gateway: PandaDocGateway, now: Date, at: Deliveries): Promise<Look> {
  const since = at.spanMs === null ? earlier(at.since, OVERLAP_MS) : at.since;
  const from = Date.parse(since);
  const spanMs = Math.min(at.spanMs ?? Infinity, Math.max(0, now.getTime() - from));
  const to = new Date(from + spanMs);
  const isShortest = spanMs <= SHORTEST_SPAN_MS;
  const items = await listed(gateway, { since, to: to.toISOString() }, isShortest);
  if (items.length >= DELIVERIES_PER_PAGE && !isShortest) {
    return { events: [], deliveries: { ...at, since, spanMs: Math.ceil(spanMs / 2) }, more: true };
  }
  const known = new Set(at.read);
  const failed = items.filter(isOurs).filter(hasFailed);
  const unread = failed.flatMap(({ uuid }) => (uuid === null || known.has(uuid) ? [] : [uuid]));
  const isUpToNow = to >= now;
  const deliveries = { ...at, since: to.toISOString(), spanMs: isUpToNow ? null : 2 * spanMs, unread };
  return { events: [], deliveries, more: !isUpToNow || unread.length > 0 };
}

/** The first page, or all of them. */
async function listed(
  gateway: PandaDocGateway,
  stretch: { since: string; to: string },
  toTheEnd: boolean,
): Promise<Delivered[]> {
  const all: Delivered[] = [];
  for (let page = 1; ; page += 1) {
    const items = (await listDeliveries(gateway, { ...stretch, page })) ?? [];
    all.push(...items);
    if (!toTheEnd || items.length < DELIVERIES_PER_PAGE) return all;
  }
}

async function readBodies(gateway: PandaDocGateway, at: Deliveries): Promise<Look> {
  const events: IncomingEvent[] = [];
  const unread = [...at.unread];
  const read = [...at.read];
  for (let count = 0; count < BODIES_AT_ONCE; count++) {
    const uuid = unread.at(-1);
    if (uuid === undefined) break;
    try {
      events.push(...(await bodyOf(gateway, uuid)));
    } catch (error) {
      // What was read is kept; the rest waits for the next look, so that a long down time is made up for bit by bit.
      const isSpent = error instanceof ConnectorError && error.errorClass === 'rate_limited';
      if (!isSpent) throw error;
      return { events, deliveries: { ...at, unread, read: read.slice(-REMEMBERED) }, more: false };
    }
    read.push(uuid);
    unread.pop();
  }
  const more = unread.length > 0 || at.spanMs !== null;
  return { events, deliveries: { ...at, unread, read: read.slice(-REMEMBERED) }, more };
}

/** The events of one delivery; none when PandaDoc has forgotten it or it is nothing that we know. */
async function bodyOf(gateway: PandaDocGateway, uuid: string): Promise<IncomingEvent[]> {
  const call = { operation: 'webhook.delivery', path: remotePath`/public/v1/webhook-events/${uuid}` } as const;
  try {
    const { request_body: body } = await gateway.read(call, DeliveredBody);
    return readEvents(Buffer.from(body));
  } catch (error) {
    if (error instanceof ConnectorError && UNREADABLE.has(error.errorClass)) return [];
    throw error;
  }
}

const UNREADABLE: ReadonlySet<string> = new Set(['not_found', 'validation', 'forbidden']);
