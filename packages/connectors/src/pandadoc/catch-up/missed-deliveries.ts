import { ConnectorError } from '../../sdk/connector-error.js';
import type { IncomingEvent } from '../../sdk/trigger.js';
import { DeliveredBody, DeliveredItems, type Delivered } from '../answers/delivery-answer.js';
import type { PandaDocGateway } from '../client.js';
import { remotePath } from '../remote-path.js';
import { SUBSCRIPTION_NAME } from '../subscriptions.js';
import { triggerOfEvent } from '../triggers/document-triggers.js';
import { readEvents } from '../webhook-events.js';
import { earlier, type Deliveries } from './cursor.js';

const PATH = '/public/v1/webhook-events';
const PAGE = 100;
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
  const items = await listed(gateway, { since: earlier(at.since, OVERLAP_MS), ...listing });
  const known = new Set([...at.read, ...at.unread]);
  const failed = items.filter(isOurs).filter(hasFailed);
  const fresh = failed.flatMap(({ uuid }) => (uuid === null || known.has(uuid) ? [] : [uuid]));
  const unread = [...at.unread, ...fresh].slice(0, MOST_BODIES);
  const isLast = items.length < PAGE || listing.page >= MOST_PAGES || unread.length === MOST_BODIES;
  const deliveries = isLast
    ? { ...at, since: listing.to, listing: null, unread }
    : { ...at, listing: { to: listing.to, page: listing.page + 1 }, unread };
  return { events: [], deliveries, more: !isLast || unread.length > 0 };
}

async function listed(
  gateway: PandaDocGateway,
  { since, to, page }: { since: string; to: string; page: number },
): Promise<Delivered[]> {
  const query = { count: PAGE, page, since, to };
  try {
    return (await gateway.read({ operation: 'webhook.history', path: PATH, query }, DeliveredItems)).items;
  } catch (error) {
    if (error instanceof ConnectorError && NO_HISTORY.has(error.errorClass)) return [];
    throw error;
  }
}

/** Not every key may see the history; the documents can be read all the same. */
const NO_HISTORY: ReadonlySet<string> = new Set(['forbidden', 'not_found', 'validation']);

const isOurs = ({ name, type }: Delivered): boolean => name === SUBSCRIPTION_NAME && triggerOfEvent.has(type);

export const hasFailed = ({ http_status_code: status }: Delivered): boolean =>
  status === null || status < 200 || status > 299;

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
