import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const list = (authorization: string | null) => twin.api('GET /documents', undefined, authorization);

describe('who may call', () => {
  it.each(['API-Key sandbox-production-key', 'API-Key sandbox-dev-key', 'Bearer sandbox-access-token'])(
    'lets %s in',
    async (authorization) => {
      expect((await list(authorization)).status).toBe(200);
    },
  );

  it.each([
    null,
    'API-Key wrong',
    'Bearer sandbox-production-key',
    'sandbox-production-key',
    'API-Key  sandbox-production-key',
  ])('keeps %s out with 401', async (authorization) => {
    expect(await list(authorization)).toMatchObject({
      status: 401,
      body: { type: 'authentication_error', detail: 'Authentication credentials were not provided.' },
    });
  });

  it('says who the caller is and in which workspace', async () => {
    expect((await twin.api('GET /members/current')).body).toMatchObject({
      email: 'nora.lindqvist@lindqvist.example',
      workspace_name: 'Lindqvist Interiors',
    });
  });
});

describe('how often one may call', () => {
  it('gives a sandbox key 10 calls a minute of each operation', async () => {
    const dev = (call: string) => twin.api(call, undefined, 'API-Key sandbox-dev-key');
    for (let call = 0; call < 10; call += 1) expect((await dev('GET /documents')).status).toBe(200);
    expect(await dev('GET /documents')).toMatchObject({
      status: 429,
      body: { type: 'throttled', detail: 'Request was throttled.' },
    });
    expect((await dev('GET /templates')).status).toBe(200);
    expect((await list('API-Key sandbox-production-key')).status).toBe(200);
  });

  it('lets the window slide', async () => {
    const later = { ms: 0 };
    twin.world.now = () => new Date(Date.now() + later.ms);
    await twin.control('PATCH /settings', { rate_limits: { list: 1 }, rate_limit_tells_seconds: true });
    const key = 'API-Key sandbox-production-key';
    expect((await list(key)).status).toBe(200);
    expect((await list(key)).body.detail).toMatch(/Expected available in (59|60) seconds/);
    later.ms = 60_001;
    expect((await list(key)).status).toBe(200);
  });

  it('counts all keys of one user together', async () => {
    await twin.control('PATCH /settings', { rate_limits: { list: 1 } });
    expect((await list('API-Key sandbox-production-key')).status).toBe(200);
    expect((await list('Bearer sandbox-access-token')).status).toBe(429);
  });
});

describe('requests that make no sense', () => {
  it('gets 404 in PandaDoc shape for unknown documents, templates and paths', async () => {
    const calls = ['GET /documents/nope', 'GET /documents/nope/details', 'GET /templates/nope/details', 'GET /nope'];
    for (const call of calls) {
      expect(await twin.api(call)).toMatchObject({ status: 404, body: { type: 'request_error', detail: 'Not found' } });
    }
  });

  it('gets 400 for a body that is no JSON, 413 above 2 MB and 415 for another type', async () => {
    expect(await twin.api('POST /documents', '{oops')).toMatchObject({ status: 400, body: { type: 'request_error' } });
    expect((await twin.api('POST /documents', JSON.stringify('x'.repeat(2_100_000)))).status).toBe(413);
    const headers = { authorization: 'API-Key sandbox-production-key', 'content-type': 'text/csv' };
    const csv = await fetch(`${twin.url}/pandadoc/public/v1/documents`, { method: 'POST', headers, body: 'a,b' });
    expect(csv.status).toBe(415);
  });

  it.each([null, [], 'text', 7, { template_uuid: 7 }])('gets 400 and no crash for the body %j', async (body) => {
    expect((await twin.api('POST /documents', JSON.stringify(body))).status).toBe(400);
    expect((await twin.api('POST /webhook-subscriptions', JSON.stringify(body))).status).toBe(400);
  });
});

describe('people and folders', () => {
  it('keeps contacts', async () => {
    const { body: created } = await twin.api('POST /contacts', { email: 'eva@acme.example', company: 'Acme' });
    await twin.api(`PATCH /contacts/${created.id}`, { first_name: 'Eva' });
    expect((await twin.api(`GET /contacts/${created.id}`)).body).toMatchObject({ first_name: 'Eva', company: 'Acme' });
    expect((await twin.api(`DELETE /contacts/${created.id}`)).status).toBe(204);
    expect((await twin.api(`GET /contacts/${created.id}`)).status).toBe(404);
    expect((await twin.api('POST /contacts', { email: 'nobody' })).body.type).toBe('validation_error');
  });

  it('moves documents into folders', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    const [sales] = (await twin.api('GET /documents/folders')).body.results;
    expect(sales).toMatchObject({ name: 'Sales', has_folders: true, has_items: false });
    expect((await twin.api(`POST /documents/${id}/move-to-folder/${sales.uuid}`)).status).toBe(204);
    expect((await twin.api(`GET /documents/${id}/details`)).body.folder_uuid).toBe(sales.uuid);
    expect((await twin.api('GET /documents/folders')).body.results[0].has_items).toBe(true);
    expect((await twin.api(`POST /documents/${id}/move-to-folder/nope`)).status).toBe(404);
  });
});
