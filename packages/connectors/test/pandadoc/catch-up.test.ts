import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '@tandem/recipes';
import { pandadoc } from '../../src/pandadoc/connector.js';
import type { IncomingEvent } from '../../src/sdk/trigger.js';
import { untilDraft } from './draft.js';
import { SandboxWorld } from './sandbox-world.js';

const MADE = 230;
const catchUp = pandadoc.catchUp!;

describe('catching up on many changed documents', () => {
  let world: SandboxWorld;
  let start: Json;
  let ids: string[];

  beforeAll(async () => {
    world = await SandboxWorld.open();
    await world.control('PATCH', '/pandadoc/settings', { create_delay_ms: 0 });
    start = (await look(null)).cursor;
    const [template] = (await world.control('GET', '/pandadoc/templates')) as { id: string }[];
    ids = [];
    for (let made = 0; made < MADE; made++) ids.push(await create(template!.id));
    await untilDraft(world, ids.at(-1)!);
  });
  afterAll(() => world.close());

  const look = (cursor: Json, settleMs = 0) =>
    catchUp.read({ gateway: world.gateway, now: new Date(), settleMs }, cursor);

  async function create(templateId: string): Promise<string> {
    const response = await fetch(`${world.url}/pandadoc/public/v1/documents`, {
      method: 'POST',
      headers: { authorization: 'API-Key sandbox-production-key', 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'One of many',
        template_uuid: templateId,
        recipients: [{ email: 'ann@example.com', role: 'Client' }],
      }),
    });
    return ((await response.json()) as { id: string }).id;
  }

  /** As the poller does it: the cursor goes through the database between the pages. */
  async function readOn(cursor: Json): Promise<{ pages: IncomingEvent[][]; cursors: Json[] }> {
    const pages: IncomingEvent[][] = [];
    const cursors = [cursor];
    for (;;) {
      const page = await look(JSON.parse(JSON.stringify(cursors.at(-1))) as Json);
      pages.push(page.events);
      cursors.push(page.cursor);
      if (!page.more) return { pages, cursors };
    }
  }

  const found = (pages: IncomingEvent[][]): string[] => [...new Set(pages.flat().map((event) => event.subject.id))];

  it('reads them page by page, the oldest change first', async () => {
    const { pages } = await readOn(start);
    expect(found(pages)).toEqual(ids);
    expect(Math.max(...pages.map((page) => page.length))).toBe(100);
    expect(pages.length).toBeLessThanOrEqual(4);
  });

  it('misses none when it goes on from any of its cursors', async () => {
    const { pages, cursors } = await readOn(start);
    for (const [done, cursor] of cursors.slice(0, -1).entries()) {
      const rest = await readOn(cursor);
      expect(found([...pages.slice(0, done), ...rest.pages])).toEqual(ids);
    }
  });

  it('leaves alone what changed a moment ago: its webhook may be on the way', async () => {
    expect((await look(start, 600_000)).events).toEqual([]);
  });
});
