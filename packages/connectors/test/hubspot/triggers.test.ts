import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from '@tandem/recipes';
import { hubspot } from '../../src/hubspot/connector.js';
import type { IncomingEvent, Snapshot, Touched } from '../../src/sdk/trigger.js';
import { HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
let deal: string;
let cursor: Json;
const kept = new Map<string, Snapshot>();
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(async () => {
  await world.reset();
  deal = await world.dealNamed('Kestrel');
  cursor = null;
  kept.clear();
});
afterAll(() => world.close());

/** One poll as the engine does it: until there is no more, the cursor stored as JSON. */
async function poll(key: string, touched: Touched[] = []): Promise<IncomingEvent[]> {
  const trigger = hubspot.triggers.find((one) => one.key === key)!;
  const events: IncomingEvent[] = [];
  for (;;) {
    const context = { gateway: world.gateway, now: new Date(), touched, onlyTouched: touched.length > 0, recall };
    const look = await trigger.poll!(context, cursor);
    for (const one of look.keep ?? []) kept.set(one.subject, JSON.parse(JSON.stringify(one)));
    cursor = JSON.parse(JSON.stringify(look.cursor));
    for (const event of look.events) trigger.data.parse(event.data);
    events.push(...look.events);
    if (!look.more) return events;
  }
}

const recall = (subjects: readonly string[], parts: readonly string[] = []): Promise<Snapshot[]> =>
  Promise.resolve(
    [...kept.values()].filter(
      (one) => subjects.includes(one.subject) || one.parts.some((part) => parts.includes(part)),
    ),
  );

const patch = (type: string, id: string, properties: Record<string, string>) =>
  world.api('PATCH', `/crm/v3/objects/${type}/${id}`, { properties });

describe('watching deals', () => {
  it('only takes stock at first, and stays silent while nothing happens', async () => {
    expect(await poll('deal_or_line_items_changed')).toEqual([]);
    expect(await poll('deal_or_line_items_changed')).toEqual([]);
  });

  it('tells once what changed about a deal', async () => {
    await poll('deal_changed');
    await patch('deals', deal, { amount: '99', po_number: '007' });
    const [event, ...others] = await poll('deal_changed');
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      trigger: 'deal_changed',
      subject: { type: 'deal', id: deal, label: 'Kestrel: cold chain rollout' },
      dealId: deal,
      templateId: null,
      data: { deal_id: deal, changed_properties: ['amount', 'po_number'], line_items_changed: 0 },
      changes: [
        { type: 'deal', id: deal, property: 'amount', after: '99' },
        { type: 'deal', id: deal, property: 'po_number', after: '007' },
      ],
    });
    expect(await poll('deal_changed')).toEqual([]);
  });

  it('does not wake for a deal that was touched without another value', async () => {
    await poll('deal_changed');
    await patch('deals', deal, { amount: '15420.0' });
    await patch('deals', deal, { amount: '15420' });
    expect(await poll('deal_changed')).toEqual([]);
  });

  it('tells a new deal', async () => {
    await poll('deal_changed');
    const { id } = await world.api('POST', '/crm/v3/objects/deals', {
      properties: { dealname: 'Fresh', pipeline: 'default', dealstage: 'appointmentscheduled' },
    });
    expect((await poll('deal_changed')).map((event) => event.subject)).toEqual([{ type: 'deal', id, label: 'Fresh' }]);
  });

  it('tells a change of stage, and of nothing else, to those who wait for the stage', async () => {
    await poll('deal_stage_changed');
    await patch('deals', deal, { amount: '1' });
    expect(await poll('deal_stage_changed')).toEqual([]);
    await patch('deals', deal, { dealstage: 'closedwon' });
    const [event] = await poll('deal_stage_changed');
    expect(event!.data).toMatchObject({ pipeline: 'default', stage: 'closedwon', changed_properties: ['dealstage'] });
  });

  it('reads a long backlog page by page and then is done', async () => {
    await poll('deal_stage_changed');
    const inputs = Array.from({ length: 100 }, (_, at) => ({
      properties: { dealname: `Deal ${at}`, pipeline: 'default', dealstage: 'appointmentscheduled' },
    }));
    for (let batch = 0; batch < 5; batch += 1)
      await world.api('POST', '/crm/v3/objects/deals/batch/create', { inputs });
    const events = await poll('deal_stage_changed');
    expect(new Set(events.map((event) => event.subject.id)).size).toBe(500);
    expect(new Set(events.map((event) => event.identity)).size).toBe(events.length);
  });
});

describe('watching line items', () => {
  const firstItem = async () => (await world.lineItems(deal))[0]!.id!;

  it('tells a changed, an added and a removed line item', async () => {
    await poll('line_items_changed');
    const item = await firstItem();
    await patch('line_items', item, { quantity: '3' });
    const [changed] = await poll('line_items_changed');
    expect(changed).toMatchObject({
      dealId: deal,
      data: { line_items_changed: 1 },
      changes: [{ type: 'line_item', id: item, property: 'quantity', after: '3' }],
    });

    const to = { to: { id: deal }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] };
    await world.api('POST', '/crm/v3/objects/line_items', {
      properties: { name: 'More', price: '5', quantity: '1' },
      associations: [to],
    });
    expect((await poll('line_items_changed'))[0]!.data).toMatchObject({ line_items_added: 1, line_items_changed: 0 });

    await world.api('DELETE', `/crm/v3/objects/line_items/${item}`);
    expect((await poll('line_items_changed'))[0]).toMatchObject({
      data: { line_items_removed: 1 },
      changes: [{ type: 'line_item', id: item, property: 'archived', after: true }],
    });
  });

  it('tells a change that moves no total, such as a custom property', async () => {
    await poll('line_items_changed');
    await patch('line_items', await firstItem(), { delivery_week: '2027-W30' });
    expect((await poll('line_items_changed')).map((event) => event.dealId)).toEqual([deal]);
  });

  it('does not wake for the deal itself when only line items are watched', async () => {
    await poll('line_items_changed');
    await patch('deals', deal, { amount: '1', dealstage: 'closedwon' });
    expect(await poll('line_items_changed')).toEqual([]);
  });

  it('tells a deal and its items together where both are watched', async () => {
    await poll('deal_or_line_items_changed');
    await patch('deals', deal, { deal_currency_code: 'EUR' });
    await patch('line_items', await firstItem(), { price: '1' });
    const events = await poll('deal_or_line_items_changed');
    expect(events.map((event) => event.data)).toEqual([
      expect.objectContaining({ changed_properties: ['deal_currency_code'], line_items_changed: 1 }),
    ]);
  });
});

describe('what a webhook named', () => {
  const item = async () => (await world.lineItems(deal))[0]!.id!;

  it('is looked at without asking search, which is behind', async () => {
    await world.control('PATCH', '/hubspot/settings', { search_delay_ms: 60_000 });
    await poll('deal_changed');
    await patch('deals', deal, { amount: '99' });
    expect(await poll('deal_changed')).toEqual([]);
    const [event] = await poll('deal_changed', [{ type: 'deal', id: deal }]);
    expect(event!.data).toMatchObject({ deal_id: deal, changed_properties: ['amount'] });
  });

  it('is told once, whether the webhook or the search was first', async () => {
    await poll('deal_or_line_items_changed');
    const id = await item();
    await patch('line_items', id, { quantity: '3' });
    const nudged = await poll('deal_or_line_items_changed', [{ type: 'line_item', id }]);
    expect(nudged.map((event) => event.dealId)).toEqual([deal]);
    expect(await poll('deal_or_line_items_changed')).toEqual([]);
    await patch('line_items', id, { quantity: '4' });
    expect(await poll('deal_or_line_items_changed')).toHaveLength(1);
    expect(await poll('deal_or_line_items_changed', [{ type: 'line_item', id }])).toEqual([]);
  });

  it('is found by what it belonged to when it is gone', async () => {
    await poll('line_items_changed');
    const id = await item();
    await world.api('DELETE', `/crm/v3/objects/line_items/${id}`);
    const [event] = await poll('line_items_changed', [{ type: 'line_item', id }]);
    expect(event).toMatchObject({ dealId: deal, data: { line_items_removed: 1 } });
  });

  it('may be something that does not exist', async () => {
    await poll('deal_or_line_items_changed');
    const nobody = [
      { type: 'deal', id: '99999999' },
      { type: 'line_item', id: '99999998' },
    ];
    expect(await poll('deal_or_line_items_changed', nobody)).toEqual([]);
  });
});

it('remembers every deal that it has looked at, however many', async () => {
  await poll('deal_changed');
  const inputs = (from: number) =>
    Array.from({ length: 100 }, (_, at) => ({
      properties: { dealname: `Deal ${from + at}`, pipeline: 'default', dealstage: 'appointmentscheduled' },
    }));
  const made: string[] = [];
  for (let batch = 0; batch < 4; batch += 1) {
    const { results } = await world.api('POST', '/crm/v3/objects/deals/batch/create', { inputs: inputs(batch * 100) });
    made.push(...results.map(({ id }: { id: string }) => id));
  }
  await poll('deal_changed');
  expect(kept.size).toBeGreaterThanOrEqual(400);
  await patch('deals', made[0]!, { amount: '7' });
  expect((await poll('deal_changed')).map((event) => event.data.changed_properties)).toEqual([['amount']]);
});
