import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { eventually } from '../src/testing/eventually.js';
import { Desk } from './desk.js';
import { CHAIR, DESK, rowsOf } from './line-item-cases.js';

/** Everything happens over HTTP and in several processes at once: patience where the machine is busy. */

const SECRET = 'sandbox-hubspot-client-secret';
const PORTAL = 145_908_221;
const LAMP = { name: 'Lamp', price: '80', quantity: '1', hs_sku: 'T-LAMP' };

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.hearHubSpot();
  await desk.switchOn('import-from-crm');
  await desk.poll();
});
afterAll(() => desk.close());

const count = async (what: string): Promise<number> =>
  (await desk.app.app.get(DataSource).query(`select count(*)::int as n from ${what}`))[0].n;

describe('The address that HubSpot calls', () => {
  const path = '/api/webhooks/hubspot';
  const told = (more: object = {}) => ({
    ...{ eventId: 1, subscriptionId: 2, portalId: PORTAL, appId: 3, occurredAt: Date.now(), attemptNumber: 0 },
    ...{ subscriptionType: 'deal.propertyChange', objectId: 99_000_001, propertyName: 'amount', propertyValue: '1' },
    ...more,
  });

  function deliver(body: string, { secret = SECRET, at = Date.now(), uri = desk.app.url + path, signed = body } = {}) {
    const signature = createHmac('sha256', secret).update(`POST${uri}${signed}${at}`).digest('base64');
    return fetch(desk.app.url + path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-hubspot-signature-v3': signature,
        'x-hubspot-request-timestamp': String(at),
      },
    });
  }

  it('takes a signed batch and answers how much of it is about the connected account', async () => {
    const body = JSON.stringify([told(), told({ portalId: 1 }), told({ subscriptionType: 'contact.creation' })]);
    const answer = await deliver(body);
    expect([answer.status, await answer.json()]).toEqual([200, { accepted: 1 }]);
  });

  it('takes a hundred, many of them about one deal', async () => {
    const body = JSON.stringify(
      Array.from({ length: 100 }, (_, at) => told({ eventId: at, objectId: 99_000_002 + (at % 3) })),
    );
    expect(await (await deliver(body)).json()).toEqual({ accepted: 100 });
    await desk.settled(60_000);
  });

  it.each([
    [
      'unsigned',
      () => fetch(desk.app.url + path, { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } }),
      401,
    ],
    ['signed with another secret', () => deliver(JSON.stringify([told()]), { secret: 'other' }), 401],
    ['signed over another body', () => deliver(JSON.stringify([told()]), { signed: '[]' }), 401],
    ['signed for another address', () => deliver(JSON.stringify([told()]), { uri: 'https://evil.example/' }), 401],
    ['signed more than five minutes ago', () => deliver(JSON.stringify([told()]), { at: Date.now() - 301_000 }), 401],
    ['no JSON', () => deliver('[{'), 400],
    ['no list', () => deliver('{}'), 400],
    ['a list of numbers', () => deliver('[1]'), 400],
    ['a batch of more than a hundred', () => deliver(JSON.stringify(Array.from({ length: 101 }, () => told()))), 400],
    ['larger than 2 MB', () => deliver(`["${'x'.repeat(2_200_000)}"]`), 413],
  ])('refuses what is %s, and leaves no row', async (_what, send, status) => {
    const before = [await count('event'), await count('touched')];
    expect((await send()).status).toBe(status);
    expect([await count('event'), await count('touched')]).toEqual(before);
  });

  it('is there for connectors only that take such webhooks', async () => {
    const answer = await fetch(`${desk.app.url}/api/webhooks/pandadoc`, {
      method: 'POST',
      body: '[]',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(404);
  });
});

describe('A change of a deal that HubSpot tells', () => {
  afterEach(() =>
    desk.control('PATCH', '/hubspot/webhooks', {
      drop: false,
      duplicate: 0,
      reorder: false,
      window_ms: 20,
      batch: 100,
    }),
  );

  const names = async (document: string) => (await rowsOf(desk, document)).map((row) => row.name).sort();
  const changesOf = async (deal: string): Promise<number> =>
    (await desk.api('GET', `/api/events?deal=${deal}&trigger=deal_or_line_items_changed`)).body.items.length;

  async function draft(): Promise<{ deal: string; document: string }> {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await desk.isDraft(document);
    await desk.settled(60_000);
    return { deal, document };
  }

  it('is followed at once, without waiting for the next look', async () => {
    const { deal, document } = await draft();
    await desk.addLine(deal, CHAIR);
    await desk.settled(60_000);
    expect(await names(document)).toEqual(['Chair', 'Desk']);
  });

  it('is one with what a look finds, whichever is first', async () => {
    const { deal, document } = await draft();
    await desk.addLine(deal, CHAIR);
    await desk.settled(60_000);
    const told = await changesOf(deal);
    await desk.poll();
    await desk.settled(60_000);
    expect(await changesOf(deal)).toBe(told);

    await desk.control('PATCH', '/hubspot/webhooks', { drop: true });
    await desk.addLine(deal, LAMP);
    await desk.settled(60_000);
    await desk.poll();
    await desk.settled(60_000);
    expect(await names(document)).toEqual(['Chair', 'Desk', 'Lamp']);
    const found = await changesOf(deal);
    await desk.control('PATCH', '/hubspot/webhooks', { drop: false });
    const [lost] = (await desk.control('GET', '/hubspot/webhooks')).deliveries;
    await desk.control('POST', `/hubspot/webhooks/${lost.id}/redeliver`, {});
    await desk.settled(60_000);
    expect(await changesOf(deal)).toBe(found);
  });

  it('is followed once although it is doubled, out of order and in pieces', async () => {
    const { deal, document } = await draft();
    await desk.control('PATCH', '/hubspot/webhooks', { duplicate: 2, reorder: true, window_ms: 100, batch: 3 });
    const [line] = await desk.lines(deal);
    await desk.hubspot('PATCH', `/crm/v3/objects/line_items/${line!.id}`, { properties: { quantity: '7' } });
    await desk.addLine(deal, CHAIR);
    await desk.settled(60_000);
    expect(await names(document)).toEqual(['Chair', 'Desk']);
    expect(await rowsOf(desk, document)).toContainEqual(expect.objectContaining({ name: 'Desk', qty: '7' }));
  });

  it('may be that a line item is gone', async () => {
    const { deal, document } = await draft();
    await desk.addLine(deal, CHAIR);
    await desk.settled(60_000);
    const chair = (await desk.lines(deal)).find((line) => line.name === 'Chair')!;
    await desk.hubspot('DELETE', `/crm/v3/objects/line_items/${chair.id}`);
    await desk.settled(60_000);
    expect(await names(document)).toEqual(['Desk']);
  });

  it('that was told before the process died is still looked at', async () => {
    const { deal, document } = await draft();
    // As a dead process leaves it: written down, and nobody woken.
    await desk.control('PATCH', '/hubspot/webhooks', { drop: true });
    await desk.addLine(deal, CHAIR);
    const [{ id }] = await desk.app.app.get(DataSource).query(`select id from connection where connector = 'hubspot'`);
    await desk.app.app
      .get(DataSource)
      .query(
        `insert into touched (connection_id, trigger, type, subject_id) values ($1, 'deal_or_line_items_changed', 'deal', $2)`,
        [id, deal],
      );
    await desk.app.app
      .get(DataSource)
      .query(`update lane set due_at = now() where key = 'poll:' || $1 || ':deal_or_line_items_changed'`, [id]);
    await eventually(async () => {
      expect(await names(document)).toEqual(['Chair', 'Desk']);
    }, 30_000);
    await desk.settled(60_000);
  });
});

describe('A deal that is gone from HubSpot', () => {
  const STAGES = { 'document.sent': 'contractsent', 'document.completed': 'closedwon' };
  beforeAll(() => desk.switchOn('change-deal-stage', { pipeline: 'default', stages: STAGES }));
  afterEach(() => desk.control('PATCH', '/hubspot/webhooks', { drop: false }));

  const stateOf = async (deal: string) => (await desk.api('GET', `/api/subjects/deals/${deal}`)).body;
  const stageOf = (deal: string) => desk.dealProperties(deal, 'dealstage');
  const there = (id: string) => ({ id, fate: null, merged_from: [] });

  const documentOf = (deal: string) => desk.document(deal, 'Mutual NDA');

  /** Answers the run. */
  async function send(document: string) {
    await desk.act(document, 'send');
    await desk.settled(60_000);
    return (await desk.runs(document, 'change-deal-stage'))[0];
  }

  async function merge(primaryObjectId: string, objectIdToMerge: string): Promise<string> {
    const merged = await desk.hubspot('POST', '/crm/v3/objects/deals/merge', { primaryObjectId, objectIdToMerge });
    await desk.settled(60_000);
    return merged.id;
  }

  it.each([
    ['told', false],
    ['found out by a run', true],
  ])('because it was deleted, as %s: its runs fail once, in one group, and say what helps', async (_how, drop) => {
    const deal = await desk.deal();
    const [one, two, three] = [await documentOf(deal), await documentOf(deal), await documentOf(deal)];
    expect(await stateOf(deal)).toEqual(there(deal));
    await desk.control('PATCH', '/hubspot/webhooks', { drop });
    await desk.hubspot('DELETE', `/crm/v3/objects/deals/${deal}`);
    await desk.settled(60_000);
    const [first, second] = [await send(one), await send(two)];

    expect(first).toMatchObject({ status: 'failed', deal_id: deal });
    expect(first.error).toMatchObject({
      class: 'not_found',
      message: `The deal ${deal} was deleted in HubSpot.`,
      remedy: expect.stringMatching(/^Restore it in HubSpot/),
    });
    expect(first.steps.at(-1).attempts).toBe(1);
    expect(second.failure_group).toBe(first.failure_group);
    await eventually(async () => {
      expect(await stateOf(deal)).toEqual({
        ...there(deal),
        fate: { happened: 'deleted', at: expect.any(String), into: null },
      });
    }, 30_000);

    await desk.control('PATCH', '/hubspot/webhooks', { drop: false });
    await desk.control('POST', `/hubspot/deals/${deal}/restore`, {});
    await desk.settled(60_000);
    expect(await stateOf(deal)).toEqual(there(deal));
    expect((await send(three)).status).toBe('succeeded');
    expect(await stageOf(deal)).toEqual({ dealstage: 'contractsent' });
  });

  it('because it was merged: its documents follow the deal that it went on as, and that deal’s changes reach them', async () => {
    const [loser, other] = [await desk.deal({}, [DESK]), await desk.deal()];
    const [draft, nda] = [await desk.document(loser, 'Sales proposal'), await documentOf(loser)];
    await desk.isDraft(draft);
    await desk.settled(60_000);
    const into = await merge(other, loser);

    expect(await send(nda)).toMatchObject({ status: 'succeeded', deal_id: into });
    expect(await stageOf(into)).toEqual({ dealstage: 'contractsent' });
    expect((await stateOf(loser)).fate).toMatchObject({ happened: 'merged', into });
    expect((await stateOf(into)).merged_from).toEqual([loser, other].sort());

    await desk.addLine(into, CHAIR);
    await desk.settled(60_000);
    expect((await rowsOf(desk, draft)).map((row) => row.name).sort()).toEqual(['Chair', 'Desk']);
  });

  it('because it was merged, and nobody told: the first run finds out, and the next one knows', async () => {
    const [loser, other] = [await desk.deal(), await desk.deal()];
    const [one, two] = [await documentOf(loser), await documentOf(loser)];
    await desk.control('PATCH', '/hubspot/webhooks', { drop: true });
    const into = await merge(other, loser);
    expect(await send(one)).toMatchObject({ status: 'succeeded', deal_id: loser });
    expect(await stageOf(into)).toEqual({ dealstage: 'contractsent' });
    await eventually(async () => {
      expect((await stateOf(loser)).fate).toMatchObject({ happened: 'merged', into });
    }, 30_000);
    expect(await send(two)).toMatchObject({ status: 'succeeded', deal_id: into });
  });

  it('is one that went from merge to merge', async () => {
    const [first, second, third] = [await desk.deal(), await desk.deal(), await desk.deal()];
    const document = await documentOf(first);
    const once = await merge(first, second);
    const twice = await merge(once, third);
    expect(await send(document)).toMatchObject({ status: 'succeeded', deal_id: twice });
    expect((await stateOf(twice)).merged_from).toEqual([first, second, third, once].sort());
  });
});
