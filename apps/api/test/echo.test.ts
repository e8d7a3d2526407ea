import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { BLOCKS, CHAIR, DESK, rowsOf } from './line-item-cases.js';

/** Everything happens over HTTP and in several processes at once: patience where the machine is busy. */

const READS = /\/(search|batch\/read)$|^\/control\//;

interface Call {
  api: string;
  method: string;
  path: string;
}

describe.each(BLOCKS)('With import and export both on, over %s', (_block, template) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.hearHubSpot();
    await desk.switchOn('import-from-crm');
    await desk.switchOn('update-line-items');
    await desk.poll();
  });
  afterEach(() =>
    desk.control('PATCH', '/hubspot/webhooks', { duplicate: 0, delay_ms: 0, reorder: false, batch: 100 }),
  );
  afterAll(() => desk.close());

  async function draft(): Promise<{ deal: string; document: string }> {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    await desk.isDraft(document);
    await desk.settled(60_000);
    await desk.poll();
    await desk.settled(60_000);
    await desk.control('DELETE', '/requests');
    return { deal, document };
  }

  async function writesTo(api: string): Promise<string[]> {
    const { requests }: { requests: Call[] } = await desk.control('GET', `/requests?api=${api}`);
    return requests
      .filter(({ method, path }) => method !== 'GET' && !READS.test(path))
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** Whatever is told late or found by a look changes nothing any more. */
  async function staysSilent(): Promise<void> {
    const before = [await writesTo('hubspot'), await writesTo('pandadoc')];
    for (let look = 0; look < 2; look += 1) {
      await desk.poll();
      await desk.settled(60_000);
    }
    expect([await writesTo('hubspot'), await writesTo('pandadoc')]).toEqual(before);
  }

  const rowNames = async (document: string) => (await rowsOf(desk, document)).map((row) => row.name).sort();

  it('a change of the deal makes one write of the document, and then silence', async () => {
    const { deal, document } = await draft();
    const [line] = await desk.lines(deal);
    await desk.hubspot('PATCH', `/crm/v3/objects/line_items/${line!.id}`, { properties: { quantity: '5' } });
    await desk.settled(60_000);
    expect(await rowsOf(desk, document)).toContainEqual(expect.objectContaining({ name: 'Desk', qty: '5' }));
    expect(await writesTo('pandadoc')).toHaveLength(1);
    await staysSilent();
    expect(await writesTo('hubspot')).toEqual([`PATCH /crm/v3/objects/line_items/${line!.id}`]);
  });

  it('a sent document makes one write of each thing in the deal, and then silence, however its echo is told', async () => {
    const { deal, document } = await draft();
    const [row] = await rowsOf(desk, document);
    await desk.control('PATCH', `/pandadoc/documents/${document}/rows/${row!.id}`, { qty: '7' });
    await desk.control('PATCH', '/hubspot/webhooks', { duplicate: 1, delay_ms: 50, reorder: true, batch: 2 });
    await desk.act(document, 'send');
    await desk.settled(60_000);
    expect((await desk.lines(deal)).map((line) => line.quantity)).toEqual(['7']);
    const writes = await writesTo('hubspot');
    expect(new Set(writes).size).toBe(writes.length);
    expect(await writesTo('pandadoc')).toEqual([]);
    await staysSilent();

    const { body } = await desk.api('GET', `/api/events?deal=${deal}&trigger=deal_or_line_items_changed`);
    expect(body.items[0]).toMatchObject({ status: 'echo' });
  });

  it('a change of the deal while the document is being sent is told apart from the echo', async () => {
    const { deal, document } = await draft();
    const [row] = await rowsOf(desk, document);
    await desk.control('PATCH', `/pandadoc/documents/${document}/rows/${row!.id}`, { qty: '8' });
    await Promise.all([
      desk.act(document, 'send'),
      desk.hubspot('PATCH', `/crm/v3/objects/deals/${deal}`, { properties: { po_number: 'PO-77' } }),
    ]);
    await desk.settled(60_000);
    expect((await desk.lines(deal)).map((line) => line.quantity)).toEqual(['8']);
    expect(await desk.dealProperties(deal, 'po_number')).toEqual({ po_number: 'PO-77' });
    await staysSilent();
    // A sent document takes nothing from its deal.
    expect(await writesTo('pandadoc')).toEqual([]);
  });

  it('many changes at once come to the document, and none comes back', async () => {
    const { deal, document } = await draft();
    const inputs = Array.from({ length: 12 }, (_, at) => ({
      properties: { ...CHAIR, name: `Chair ${at}`, hs_sku: `T-CHAIR-${at}` },
      associations: [{ to: { id: deal }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] }],
    }));
    await desk.control('PATCH', '/hubspot/webhooks', { duplicate: 1, batch: 5 });
    await desk.hubspot('POST', '/crm/v3/objects/line_items/batch/create', { inputs });
    await desk.settled(60_000);
    expect(await rowNames(document)).toEqual(['Desk', ...inputs.map((one) => one.properties.name)].sort());
    await staysSilent();
    expect(await writesTo('hubspot')).toEqual(['POST /crm/v3/objects/line_items/batch/create']);
  });
});
