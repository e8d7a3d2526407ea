import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PandaDocGateway } from '../client.js';
import { SUBSCRIPTION_NAME } from '../subscriptions.js';
import { startLocalServer, type LocalServer } from '../testing/local-server.js';
import { OpenBudget } from '../testing/open-budget.js';
import { startCursor, type Deliveries } from './cursor.js';
import { missedDeliveries } from './missed-deliveries.js';

const START = Date.parse('2026-11-20T08:00:00.000Z');
const HOUR_MS = 3_600_000;
const NOW = new Date(START + 10 * HOUR_MS);

interface Delivery {
  uuid: string;
  at: number;
  hasArrived: boolean;
}

/** PandaDoc's history: the newest first, by pages, between two times. */
class History {
  readonly bodiesRead: string[] = [];
  lists = 0;
  deliveries: Delivery[] = [];

  answer(address: string): object {
    const url = new URL(address, 'http://pandadoc.test');
    const uuid = url.pathname.split('/').at(-1) ?? '';
    return uuid === 'webhook-events' ? this.list(url.searchParams) : this.body(uuid);
  }

  failed(): string[] {
    return this.deliveries.filter(({ hasArrived }) => !hasArrived).map(({ uuid }) => uuid);
  }

  private list(asked: URLSearchParams): object {
    this.lists += 1;
    const [since, to] = ['since', 'to'].map((name) => Date.parse(asked.get(name) ?? '')) as [number, number];
    const [count, page] = ['count', 'page'].map((name) => Number(asked.get(name))) as [number, number];
    const found = this.deliveries.filter(({ at }) => at >= since && at < to).sort((a, b) => b.at - a.at);
    return { items: found.slice((page - 1) * count, page * count).map(shown) };
  }

  private body(uuid: string): object {
    this.bodiesRead.push(uuid);
    const data = { id: uuid.padEnd(22, 'x'), status: 'document.sent', date_modified: new Date(START).toISOString() };
    return { request_body: JSON.stringify([{ event: 'document_state_changed', data }]) };
  }
}

const shown = ({ uuid, hasArrived }: Delivery): object => ({
  uuid,
  name: SUBSCRIPTION_NAME,
  type: 'document_state_changed',
  http_status_code: hasArrived ? 200 : 503,
});

const deliveries = (count: number, at: (n: number) => number, hasArrived: (n: number) => boolean = () => false) =>
  Array.from({ length: count }, (_, n) => ({ uuid: `delivery-${n}`, at: at(n), hasArrived: hasArrived(n) }));

describe('Deliveries that failed while nobody was there', () => {
  let twin: History;
  let server: LocalServer;
  let gateway: PandaDocGateway;
  beforeEach(async () => {
    twin = new History();
    server = await startLocalServer((response, request) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(twin.answer(request.url)));
    });
    gateway = new PandaDocGateway({ apiKey: 'key', baseUrl: server.url, budget: new OpenBudget() });
  });
  afterEach(() => server.close());

  /** Looks, each with the cursor that the last one has left, as it comes back from the database. */
  async function catchUp(cursor: Deliveries, looks = Infinity) {
    const events = [];
    let at = cursor;
    let more = true;
    for (let look = 0; more && look < looks; look += 1) {
      const before = twin.bodiesRead.length;
      const seen = await missedDeliveries(gateway, NOW, at);
      expect(twin.bodiesRead.length - before).toBeLessThanOrEqual(20);
      at = JSON.parse(JSON.stringify(seen.deliveries)) as Deliveries;
      events.push(...seen.events);
      more = seen.more;
    }
    return { events, at, more };
  }

  const begin = () => startCursor(new Date(START)).deliveries;

  it('are all read, the oldest first and each once, however many there are', async () => {
    const fiveHours = 5 * HOUR_MS;
    const at = (n: number) => START + (n < 300 ? n * 60_000 : fiveHours + n * 350);
    twin.deliveries = deliveries(1_000, at, (n) => n % 5 === 0);
    const caughtUp = await catchUp(begin());
    expect(twin.bodiesRead).toEqual(twin.failed());
    expect(caughtUp.events).toHaveLength(800);
    expect(caughtUp.at).toMatchObject({ since: NOW.toISOString(), spanMs: null, unread: [] });
    expect(twin.lists).toBeLessThan(100);
  });

  it('are all read where more than a page of them happened in one second', async () => {
    twin.deliveries = deliveries(250, (n) => START + HOUR_MS + n);
    await catchUp(begin());
    expect(twin.bodiesRead).toEqual(twin.failed());
  });

  it('are read on from where the last look was, whenever that was', async () => {
    twin.deliveries = deliveries(400, (n) => START + n * 1_000);
    let { at, more } = await catchUp(begin(), 7);
    while (more) ({ at, more } = await catchUp(at, 7));
    expect(twin.bodiesRead).toEqual(twin.failed());
  });

  it('are listed with one call where there are few, and not read again at the next look', async () => {
    twin.deliveries = deliveries(1, () => NOW.getTime() - 30_000);
    const { at } = await catchUp(begin());
    expect(twin.lists).toBe(1);
    expect((await catchUp(at)).events).toEqual([]);
    expect(twin.bodiesRead).toEqual(['delivery-0']);
  });
});
