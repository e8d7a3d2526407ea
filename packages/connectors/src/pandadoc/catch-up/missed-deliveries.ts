import { ConnectorError } from '../../sdk/connector-error.js';
import type { IncomingEvent } from '../../sdk/trigger.js';
import { DeliveredBody } from '../answers/delivery-answer.js';
import type { PandaDocGateway } from '../client.js';
import { remotePath } from '../remote-path.js';
import { readEvents } from '../webhook-events.js';
import { earlier, type Deliveries } from './cursor.js';
import { DELIVERIES_PER_PAGE, hasFailed, isOurs, listDeliveries } from './list-deliveries.js';

/** So much is listed and read of one down time; what is older is found by reading the documents. */
const MOST_PAGES = 30;
const MOST_BODIES = 300;
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
 * One look at what PandaDoc delivered and failed to: lists one page, or reads the bodies of some failed deliveries, the
 * oldest first, so that "sent" is known before "completed". Deliveries that arrived are not read again.
 */
export async function missedDeliveries(gateway: PandaDocGateway, now: Date, at: Deliveries): Promise<Look> {
  if (at.listing !== null) return list(gateway, at, at.listing);
  if (at.unread.length > 0) return readBodies(gateway, at);
  return list(gateway, at, { to: now.toISOString(), page: 1 });
}

async function list(gateway: PandaDocGateway, at: Deliveries, listing: { to: string; page: number }): Promise<Look> {
  const items = (await listDeliveries(gateway, { since: earlier(at.since, OVERLAP_MS), ...listing })) ?? [];
  const known = new Set([...at.read, ...at.unread]);
  const failed = items.filter(isOurs).filter(hasFailed);
  const fresh = failed.flatMap(({ uuid }) => (uuid === null || known.has(uuid) ? [] : [uuid]));
  const unread = [...at.unread, ...fresh].slice(0, MOST_BODIES);
  const isLast = items.length < DELIVERIES_PER_PAGE || listing.page >= MOST_PAGES || unread.length === MOST_BODIES;
  const deliveries = isLast
    ? { ...at, since: listing.to, listing: null, unread }
    : { ...at, listing: { to: listing.to, page: listing.page + 1 }, unread };
  return { events: [], deliveries, more: !isLast || unread.length > 0 };
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
      // What was read is kept; the rest waits for the next look.
      const isSpent = error instanceof ConnectorError && error.errorClass === 'rate_limited';
      if (!isSpent || count === 0) throw error;
      return { events, deliveries: { ...at, unread, read: read.slice(-REMEMBERED) }, more: false };
    }
    read.push(uuid);
    unread.pop();
  }
  return { events, deliveries: { ...at, unread, read: read.slice(-REMEMBERED) }, more: unread.length > 0 };
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
