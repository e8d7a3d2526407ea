import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.js';
import { jsonClient } from '../http/testing/json-client.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import type { WebhookHealthView, WebhookTrialView } from './webhook-health-view.js';

const HUBSPOT = { access_token: 'pat-sandbox-hubspot' };
const PANDADOC = { api_key: 'sandbox-production-key' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ sandbox: true });
});
beforeEach(async () => {
  await app.dataSource.query('delete from connection');
  await control('DELETE', '/faults');
  await control('POST', '/reset');
});
afterAll(() => app.close());

const ask = jsonClient<{ id: string; detail: string }>(() => app.url);
const connect = async (connector: string, credentials: object): Promise<string> =>
  (await ask('POST', '/api/connections', { connector, credentials, base_url: `${app.sandboxUrl}/${connector}` })).body
    .id;
const healthOf = async (id: string) => (await ask<WebhookHealthView>('GET', `/api/connections/${id}/webhook`)).body;
const test = (id: string) => ask<WebhookTrialView & { detail: string }>('POST', `/api/connections/${id}/webhook/test`);
const control = (method: string, path: string, body?: object) =>
  fetch(`${app.sandboxUrl}/control${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
const deliver = (path: string, headers: Record<string, string> = {}, body = '[]') =>
  fetch(app.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('the webhooks of a subscription', () => {
  let id: string;
  beforeEach(async () => {
    id = await connect('pandadoc', PANDADOC);
  });

  it('are healthy while the remote keeps the subscription, and nothing has come yet', async () => {
    expect(await healthOf(id)).toEqual({
      way: 'subscription',
      address: `${app.url}/webhooks/pandadoc/${id}`,
      has_secret: true,
      remote: {
        state: 'active',
        reason: null,
        deliveries: { arrived: 0, failed: 0, last_at: null, last_failure: null },
      },
      accepted: { count: 0, last_at: null },
      refused: { count: 0, last_at: null },
      found_by: [],
    });
  });

  it('are seen to be gone when somebody removed the subscription at the remote', async () => {
    const authorization = `API-Key ${PANDADOC.api_key}`;
    const path = `${app.sandboxUrl}/pandadoc/public/v1/webhook-subscriptions`;
    const list = await fetch(path, { headers: { authorization } });
    const { items } = (await list.json()) as { items: { uuid: string }[] };
    for (const { uuid } of items) await fetch(`${path}/${uuid}`, { method: 'DELETE', headers: { authorization } });
    expect((await healthOf(id)).remote?.state).toBe('gone');
  });

  it('are unknown, with the reason, while the remote does not answer', async () => {
    await control('POST', '/faults', { api: 'pandadoc', effect: { kind: 'answer', status: 403, body: {} } });
    expect((await healthOf(id)).remote).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('PandaDoc'),
    });
  });

  it('count what was refused, and why', async () => {
    await deliver(`/webhooks/pandadoc/${id}?signature=${'0'.repeat(64)}`);
    expect((await healthOf(id)).refused).toEqual({ count: 1, last_at: expect.any(String), why: 'bad_signature' });
  });

  it('tell by which way the newest events became known', async () => {
    const insert = `insert into event (id, connection_id, connector, trigger, identity, subject_type, subject_id, complete,
        occurred_at, data, lane, found_by)
      select $2::uuid, $1, 'pandadoc', 't', $2, 'document', 'd', true, now(), '{}', 'l', $3`;
    const now = Date.now().toString(16).padStart(12, '0');
    for (const [end, way] of [
      [1, 'webhook'],
      [2, 'webhook'],
      [3, 'reading'],
    ])
      await app.dataSource.query(insert, [id, `${now.slice(0, 8)}-${now.slice(8)}-7000-8000-00000000000${end}`, way]);
    await app.dataSource.query(insert, [id, '01000000-0000-7000-8000-000000000001', 'history']);
    expect((await healthOf(id)).found_by).toMatchObject([
      { found_by: 'webhook', count: 2 },
      { found_by: 'reading', count: 1 },
    ]);
  });

  it('are tried with a delivery that is really signed and comes in through the front door', async () => {
    const { status, body } = await test(id);
    expect([status, body]).toEqual([
      200,
      {
        address: `${app.url}/webhooks/pandadoc/${id}`,
        outcome: 'accepted',
        status: 200,
        detail: null,
        took_ms: expect.any(Number),
      },
    ]);
    expect((await healthOf(id)).accepted.count).toBe(0);
    expect(await app.dataSource.query('select 1 from event')).toEqual([]);
  });

  it('cannot be tried without a subscription', async () => {
    await app.dataSource.query('update connection set webhook_subscription_id = null, webhook_secret = null');
    const { status, body } = await test(id);
    expect([status, body.detail]).toEqual([409, expect.stringContaining('Subscribe')]);
  });
});

describe('the webhooks of an app', () => {
  it('come to an address that a person copies, and cannot be checked without the client secret', async () => {
    const id = await connect('hubspot', HUBSPOT);
    expect(await healthOf(id)).toMatchObject({
      way: 'app',
      address: `${app.url}/api/webhooks/hubspot`,
      has_secret: false,
      remote: null,
    });
    expect((await deliver('/api/webhooks/hubspot')).status).toBe(404);
    expect((await healthOf(id)).refused).toMatchObject({ count: 1, why: 'no_secret' });
    expect((await test(id)).status).toBe(409);
  });

  it('show the verdict on the last one', async () => {
    const id = await connect('hubspot', { ...HUBSPOT, client_secret: 'of-the-app' });
    expect((await healthOf(id)).has_secret).toBe(true);
    await deliver('/api/webhooks/hubspot', { 'x-hubspot-signature-v3': 'wrong' });
    await deliver('/api/webhooks/hubspot', { 'x-hubspot-signature-v3': 'wrong' });
    expect((await healthOf(id)).refused).toMatchObject({ count: 2, why: 'bad_signature' });
    expect((await test(id)).body).toMatchObject({ outcome: 'accepted', address: `${app.url}/api/webhooks/hubspot` });
  });
});

it('says what came of a test when nothing listens at the public address', async () => {
  const id = await connect('pandadoc', PANDADOC);
  const { secret } = app.app.get(Config);
  const elsewhere = await startTestApp({
    databaseUrl: app.databaseUrl,
    config: { secret, publicUrl: 'http://127.0.0.1:9', sandboxUrl: app.sandboxUrl },
  });
  try {
    const { port } = elsewhere.app.get(Config);
    const answer = await fetch(`http://127.0.0.1:${port}/api/connections/${id}/webhook/test`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ outcome: 'unreachable', status: null, detail: expect.any(String) });
  } finally {
    await elsewhere.close();
  }
});
