import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSubscriber, until, type Json } from '../../pandadoc/testing/start-twin.js';
import { startSandbox, type Sandbox } from '../../sandbox.js';

let sandbox: Sandbox;
let app: Awaited<ReturnType<typeof startSubscriber>>;
let answer: number;
let deal: string;

async function call(method: string, path: string, body?: unknown): Promise<Json> {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: {
      authorization: 'Bearer pat-sandbox-hubspot',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect([path, response.ok, text]).toEqual([path, true, text]);
  return text === '' ? undefined : JSON.parse(text);
}
const set = (settings: object) => call('PATCH', '/control/hubspot/webhooks', settings);
const patchDeal = (properties: object) => call('PATCH', `/hubspot/crm/v3/objects/deals/${deal}`, { properties });
const quiet = () => until(async () => (await call('GET', '/control/hubspot/webhooks')).under_way === 0);
const said = () => app.events().map((event) => [event.subscriptionType, event.propertyName ?? event.associationType]);

beforeEach(async () => {
  answer = 200;
  sandbox = await startSandbox({ port: 0 });
  app = await startSubscriber(() => answer);
  const { id } = await call('POST', '/hubspot/crm/v3/objects/deals', {
    properties: { dealname: 'Northwind', pipeline: 'default', dealstage: 'qualifiedtobuy' },
  });
  deal = id;
  await set({ target_url: `${app.url}?from=hubspot`, client_secret: 'shh' });
});
afterEach(async () => {
  await sandbox.close();
  app.close();
});

describe('the app of the portal', () => {
  it('is told of a changed property, signed over method, address, body and time', async () => {
    await patchDeal({ po_number: 'PO-1' });
    await until(() => app.received.length === 1);
    const [{ url, headers, raw, events }] = app.received as [Json];
    const base = `POST${app.url.replace('/hooks', url)}${raw}${headers['x-hubspot-request-timestamp']}`;
    expect(headers['x-hubspot-signature-v3']).toBe(createHmac('sha256', 'shh').update(base).digest('base64'));
    expect(events).toEqual([
      expect.objectContaining({
        subscriptionType: 'deal.propertyChange',
        objectId: Number(deal),
        propertyName: 'po_number',
        propertyValue: 'PO-1',
        portalId: 145_908_221,
        attemptNumber: 0,
      }),
    ]);
  });

  it('is told of a line item that came and went', async () => {
    const to = { to: { id: deal }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] };
    const { id } = await call('POST', '/hubspot/crm/v3/objects/line_items', {
      properties: { name: 'Desk', price: '5', quantity: '1' },
      associations: [to],
    });
    await call('DELETE', `/hubspot/crm/v3/objects/line_items/${id}`);
    await quiet();
    expect(said()).toEqual(
      expect.arrayContaining([
        ['line_item.creation', undefined],
        ['line_item.propertyChange', 'price'],
        ['deal.associationChange', 'DEAL_TO_LINE_ITEM'],
        ['line_item.associationChange', 'LINE_ITEM_TO_DEAL'],
        ['line_item.deletion', undefined],
      ]),
    );
  });

  it('is not told of a value that stays as it was', async () => {
    await patchDeal({ dealname: 'Northwind' });
    await quiet();
    expect(app.received).toEqual([]);
  });

  it('gets events in batches, doubled, late or not at all', async () => {
    await set({ batch: 2, duplicate: 1, window_ms: 50 });
    await patchDeal({ dealname: 'A', description: 'B', po_number: 'C' });
    await quiet();
    expect(app.received.map(({ events }) => events.length).toSorted()).toEqual([1, 1, 2, 2]);
    await set({ drop: true });
    await patchDeal({ po_number: 'D' });
    await quiet();
    expect(app.received).toHaveLength(4);
    const [lost] = (await call('GET', '/control/hubspot/webhooks')).deliveries;
    await call('POST', `/control/hubspot/webhooks/${lost.id}/redeliver`);
    await until(() => app.received.length === 5);
  });

  it('is told again when it refused', async () => {
    await set({ retry_after_ms: [5] });
    answer = 500;
    await patchDeal({ po_number: 'E' });
    await until(() => app.received.length === 2);
    expect(app.events().map((event) => event.attemptNumber)).toEqual([0, 1]);
  });
});

it('an app that is named at the start is told from then on', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ port: 0, hubspotTarget: app.url });
  await call('POST', '/hubspot/crm/v3/objects/deals', {
    properties: { dealname: 'Alder', pipeline: 'default', dealstage: 'qualifiedtobuy' },
  });
  await until(() => Promise.resolve(said().some(([type]) => type === 'deal.creation')));
});
