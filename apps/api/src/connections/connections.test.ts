import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.js';
import { sql } from '../database/sql.js';
import { jsonClient } from '../http/testing/json-client.js';
import { eventually } from '../testing/eventually.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import type { ConnectionView } from './connection-view.js';
import { Connections } from './connections.js';
import { NotConnected } from './not-connected.js';
import type { SampleDocument } from './sample-document.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ sandbox: true });
});
beforeEach(async () => {
  await app.dataSource.query('delete from connection');
  await fetch(`${app.sandboxUrl}/control/faults`, { method: 'DELETE' });
  await fetch(`${app.sandboxUrl}/control/reset`, { method: 'POST' });
});
afterAll(() => app.close());

type Usual = ConnectionView & { detail: string; issues: { pointer: string }[] };
const ask = jsonClient<Usual>(() => app.url);

const connect = (connector: 'hubspot' | 'pandadoc', credentials: object, path: string = connector) =>
  ask('POST', '/api/connections', { connector, credentials, base_url: `${app.sandboxUrl}/${path}` });
const hubspot = { access_token: 'pat-sandbox-hubspot' };
const pandadoc = { api_key: 'sandbox-production-key' };

describe('connecting an account', () => {
  it('asks the remote who we are and keeps the answer', async () => {
    const { status, body } = await connect('hubspot', hubspot);
    expect(status).toBe(201);
    expect(body).toMatchObject({ connector: 'hubspot', status: 'connected', status_reason: null, webhook: 'none' });
    expect(body.account?.id).toMatch(/\d+/);
    expect((await ask('GET', `/api/connections/${body.id}`)).body).toEqual(body);
  });

  it('subscribes to the webhooks of the remote', async () => {
    const { body } = await connect('pandadoc', pandadoc);
    expect(body).toMatchObject({ webhook: 'subscribed', status_reason: null });
    const secret = await app.app.get(Connections).webhookSecretOf(body.id);
    expect(secret?.length).toBeGreaterThan(8);
    expect((await ask('POST', `/api/connections/${body.id}/webhook`)).body.webhook).toBe('subscribed');
  });

  it('never gives credentials back and never stores them readable', async () => {
    await connect('hubspot', hubspot);
    await connect('pandadoc', pandadoc);
    const shown = JSON.stringify([await ask('GET', '/api/connections'), await ask('GET', '/api/audit')]);
    const stored = await sql<{ row: string }>(
      app.dataSource.manager,
      `select c::text || encode(credentials, 'escape') as row from connection c`,
    );
    for (const text of [shown, JSON.stringify(stored)]) {
      expect(text).not.toContain('pat-sandbox');
      expect(text).not.toContain('sandbox-production-key');
    }
  });

  it('stores nothing when the remote refuses, and says why', async () => {
    const { status, body } = await connect('hubspot', { access_token: 'wrong' });
    expect(status).toBe(422);
    expect(body.detail).toContain('HubSpot was asked who we are and refused');
    expect(body.issues[0]?.pointer).toBe('/credentials');
    expect((await ask<{ items: unknown[] }>('GET', '/api/connections')).body.items).toEqual([]);
  });

  it('refuses what are not its credentials, pointing at them', async () => {
    const { status, body } = await connect('hubspot', { api_key: 'x' });
    expect(status).toBe(422);
    expect(body.issues.map((issue) => issue.pointer)).toEqual(['/credentials/access_token', '/credentials/api_key']);
  });

  it('refuses an unknown connector, a remote that is not there and an address in the open', async () => {
    const elsewhere = (base_url: string) =>
      ask('POST', '/api/connections', { connector: 'hubspot', credentials: hubspot, base_url });
    expect((await ask('POST', '/api/connections', { connector: 'jira', credentials: {} })).status).toBe(422);
    expect((await elsewhere('http://127.0.0.1:1')).status).toBe(422);
    expect((await elsewhere('http://api.hubapi.com')).status).toBe(400);
  });

  it('tells who waits for it', async () => {
    const resumed: string[] = [];
    app.app.get(Connections).whenResumed({ connectionResumed: (id) => Promise.resolve(void resumed.push(id)) });
    const { body } = await connect('hubspot', hubspot);
    expect(resumed).toEqual([body.id]);
  });

  it('keeps one account per connector', async () => {
    await connect('hubspot', hubspot);
    expect((await connect('hubspot', hubspot)).status).toBe(409);
  });
});

describe('a connection', () => {
  let id: string;
  beforeEach(async () => {
    id = (await connect('pandadoc', pandadoc)).body.id;
  });

  it('opens one gateway for everybody, and another one after its credentials changed', async () => {
    const connections = app.app.get(Connections);
    const first = await connections.open('pandadoc');
    expect((await connections.open('pandadoc')).gateway).toBe(first.gateway);
    const renewed = await ask('PATCH', `/api/connections/${id}`, { credentials: { api_key: 'sandbox-dev-key' } });
    expect(renewed.status).toBe(200);
    expect((await connections.open('pandadoc')).gateway).not.toBe(first.gateway);
  });

  it('is not opened while it is paused, and says why in words for people', async () => {
    const connections = app.app.get(Connections);
    await connections.pause(id, 'The API key was revoked.');
    const opening = connections.open('pandadoc');
    await expect(opening).rejects.toThrow(NotConnected);
    await expect(opening).rejects.toMatchObject({
      errorClass: 'auth',
      message: expect.stringContaining('was revoked'),
    });
    expect(await connections.openIfConnected('pandadoc')).toBeUndefined();
    await expect(connections.open('hubspot')).rejects.toThrow('HubSpot is not connected.');
  });

  it('tells who waits for it when a test finds it working again, once', async () => {
    const connections = app.app.get(Connections);
    const resumed: string[] = [];
    connections.whenResumed({ connectionResumed: (connectionId) => Promise.resolve(void resumed.push(connectionId)) });
    await connections.pause(id, 'The API key was revoked.');
    for (const _ of [1, 2]) {
      const { body } = await ask<{ works: boolean; connection: ConnectionView }>('POST', `/api/connections/${id}/test`);
      expect(body).toMatchObject({ works: true, connection: { status: 'connected', status_reason: null } });
    }
    expect(resumed).toEqual([id]);
  });

  it('is paused by a test when the remote no longer takes its credentials', async () => {
    await fetch(`${app.sandboxUrl}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        api: 'pandadoc',
        effect: { kind: 'answer', status: 401, body: { detail: 'Invalid API key' } },
      }),
    });
    const { body } = await ask<{ works: boolean; connection: ConnectionView }>('POST', `/api/connections/${id}/test`);
    expect(body).toMatchObject({ works: false, connection: { status: 'paused' } });
  });

  it('is paused when a pick list finds its credentials refused', async () => {
    await fetch(`${app.sandboxUrl}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ api: 'pandadoc', effect: { kind: 'answer', status: 401, body: { detail: 'Invalid' } } }),
    });
    expect((await ask('POST', '/api/connectors/pandadoc/pick-lists/templates', {})).status).toBe(409);
    expect((await ask('GET', `/api/connections/${id}`)).body.status).toBe('paused');
  });

  it('is paused, with the remedy, when the secret of this installation was lost', async () => {
    await app.dataSource.query(`update connection set credentials = 'x'`);
    await expect(app.app.get(Connections).open('pandadoc')).rejects.toThrow(NotConnected);
    expect((await ask('GET', `/api/connections/${id}`)).body.status).toBe('paused');
  });

  it('shows which scopes its actions miss, as the remote tells what was granted', async () => {
    const { body } = await connect('hubspot', hubspot);
    expect(body.account?.scopes).toContain('crm.objects.deals.write');
    expect(body.missing_scopes).toEqual([]);
    const narrow = { token: 'pat-narrow', scopes: ['oauth', 'crm.objects.deals.read'] };
    await fetch(`${app.sandboxUrl}/control/hubspot/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(narrow),
    });
    const renewed = await ask('PATCH', `/api/connections/${body.id}`, { credentials: { access_token: narrow.token } });
    expect(renewed.body.missing_scopes).toContain('crm.objects.deals.write');
    expect(renewed.body.missing_scopes).not.toContain('crm.objects.deals.read');
  });

  it('keeps the client secret when only the token is given again, and forgets it when told so', async () => {
    const { body } = await connect('hubspot', { ...hubspot, client_secret: 'of-the-app' });
    expect(body.stored).toEqual(['access_token', 'client_secret']);
    const change = (credentials: object) => ask('PATCH', `/api/connections/${body.id}`, { credentials });
    expect((await change(hubspot)).body.stored).toEqual(['access_token', 'client_secret']);
    expect((await app.app.get(Connections).nudgeTarget('hubspot'))?.secret).toBe('of-the-app');
    expect((await change({ client_secret: 'a-new-one' })).body.stored).toEqual(['access_token', 'client_secret']);
    expect((await app.app.get(Connections).nudgeTarget('hubspot'))?.secret).toBe('a-new-one');
    expect((await change({ client_secret: null })).body.stored).toEqual(['access_token']);
    expect((await change({ access_token: null })).status).toBe(422);
  });

  it('sends stored credentials to no new address', async () => {
    const { status } = await ask('PATCH', `/api/connections/${id}`, { base_url: 'https://evil.example' });
    expect(status).toBe(422);
    expect((await ask('PATCH', `/api/connections/${id}`, { name: 'Sales' })).body.name).toBe('Sales');
  });

  it('takes its webhook subscription along when it is removed', async () => {
    expect((await ask('DELETE', `/api/connections/${id}`)).status).toBe(204);
    expect((await ask('GET', `/api/connections/${id}`)).status).toBe(404);
    const subscriptions = await fetch(`${app.sandboxUrl}/pandadoc/public/v1/webhook-subscriptions`, {
      headers: { authorization: 'API-Key sandbox-production-key' },
    });
    expect(await subscriptions.json()).toMatchObject({ items: [] });
  });

  it('keeps its history unless told otherwise', async () => {
    await app.dataSource.query(
      `insert into event (id, connection_id, connector, trigger, identity, subject_type, subject_id, complete, occurred_at, data, lane)
       values (gen_random_uuid(), $1, 'pandadoc', 't', 'i', 'document', 'd', true, now(), '{}', 'l')`,
      [id],
    );
    expect((await ask('DELETE', `/api/connections/${id}`)).status).toBe(409);
    expect((await ask('DELETE', `/api/connections/${id}?with_history=true`)).status).toBe(204);
  });

  it('refuses a pick list without its input and answers with it', async () => {
    const path = '/api/connectors/pandadoc/pick-lists';
    expect((await ask('POST', `${path}/template_fields`, {})).body.issues[0]?.pointer).toBe('/input/template_id');
    expect((await ask('POST', `${path}/nothing`, {})).status).toBe(404);
    expect((await ask('POST', '/api/connectors/hubspot/pick-lists/pipelines', {})).status).toBe(409);
    const { body } = await ask<{ items: { label: string }[] }>('POST', `${path}/templates`, {});
    expect(body.items.map((item) => item.label)).toEqual(expect.arrayContaining(['Sales proposal', 'Mutual NDA']));
  });
});

describe('the sandbox', () => {
  it('is connected with one call, again and again', async () => {
    for (const _ of [1, 2]) {
      const { status, body } = await ask<{ items: ConnectionView[] }>('POST', '/api/connections/sandbox', {});
      expect(status).toBe(201);
      expect(body.items.map((item) => [item.connector, item.status])).toEqual([
        ['hubspot', 'connected'],
        ['pandadoc', 'connected'],
      ]);
    }
  });

  it('completes a document of an open deal that had none, so that the deal follows it', async () => {
    await ask('POST', '/api/connections/sandbox', {});
    const sample = () =>
      ask<SampleDocument>('POST', '/api/connections/sandbox/sample-document', {
        template_id: 'tMutualNdaQrstuv445566',
      });
    const made = [(await sample()).body, (await sample()).body];
    expect(made.map(({ deal }) => deal.name)).toEqual([
      'Alder & Finch: platform for 12 clinics',
      'Kestrel: cold chain rollout',
    ]);
    const documents: unknown = await (await fetch(`${app.sandboxUrl}/control/pandadoc/documents`)).json();
    expect(documents).toMatchObject(made.map(({ document: { id } }) => ({ id, status: 'document.completed' })));
  });

  it('completes no document of other accounts, and says what the sandbox refused', async () => {
    const sample = () => ask('POST', '/api/connections/sandbox/sample-document', { template_id: 'nowhere' });
    expect((await sample()).status).toBe(409);
    await ask('POST', '/api/connections/sandbox', {});
    expect(await sample()).toMatchObject({ status: 422, body: { detail: expect.stringContaining('nowhere') } });
  });

  it('cannot be connected where none runs', async () => {
    const alone = await startTestApp();
    try {
      const response = await fetch(`${alone.url}/api/connections/sandbox`, { method: 'POST' });
      expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('SANDBOX_URL')]);
    } finally {
      await alone.close();
    }
  });
});

it('renews the webhook subscription of what is connected when it starts', async () => {
  const { id } = (await connect('pandadoc', pandadoc)).body;
  await app.dataSource.query('update connection set webhook_subscription_id = null, webhook_secret = null');
  const { secret } = app.app.get(Config);
  const again = await startTestApp({ databaseUrl: app.databaseUrl, config: { secret } });
  try {
    await eventually(async () => {
      expect((await ask('GET', `/api/connections/${id}`)).body.webhook).toBe('subscribed');
    });
  } finally {
    await again.close();
  }
});
