import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { buildServer } from './server.js';

const Json = z
  .looseObject({ faults: z.array(z.unknown()), requests: z.array(z.looseObject({ id: z.number() })) })
  .partial();

const running: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()));
});

/** A server whose PandaDoc side counts what was written to it. */
async function start() {
  const written: unknown[] = [];
  const app = await buildServer({
    now: () => new Date(),
    changed: () => undefined,
    reset: () => written.splice(0),
    twins: [
      {
        api: 'pandadoc',
        control: () => Promise.resolve(),
        routes: (api) => {
          api.post('/public/v1/documents', (request, reply) => {
            written.push(request.body);
            return reply.code(201).send({ id: String(written.length), shared_key: 'very secret' });
          });
          api.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not found' }));
          api.get('/public/v1/documents', () => ({ results: written }));
          return Promise.resolve();
        },
      },
    ],
  });
  running.push(app);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const json = { 'content-type': 'application/json' };
  const control = (path: string, body: unknown) =>
    fetch(`${url}/control${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
  const create = (name: string) =>
    fetch(`${url}/pandadoc/public/v1/documents?api_key=hidden`, {
      method: 'POST',
      headers: { ...json, authorization: 'API-Key hidden' },
      body: JSON.stringify({ name }),
    });
  const read = async (path: string) => Json.parse(await (await fetch(url + path)).json());
  return { url, written, control, create, read };
}

describe('faults', () => {
  it('answers with the preset in the shape of the remote, as often as asked, and counts the hits', async () => {
    const { control, create, read, written } = await start();
    await control('/faults', { api: 'pandadoc', times: 2, effect: { kind: 'preset', name: '429' } });

    const throttled = await create('one');
    expect(throttled.status).toBe(429);
    expect(await throttled.json()).toEqual({ type: 'throttled', detail: 'Request was throttled.' });
    expect((await create('two')).status).toBe(429);
    expect((await create('three')).status).toBe(201);

    expect(written).toEqual([{ name: 'three' }]);
    expect((await read('/control/faults')).faults).toMatchObject([{ hits: 2, times: 2 }]);
  });

  it('hits only the method and the path that were named', async () => {
    const { control, create, url } = await start();
    await control('/faults', {
      api: 'pandadoc',
      method: 'get',
      path: '/documents$',
      effect: { kind: 'answer', status: 503, body: { gone: true }, headers: { 'retry-after': '7' } },
    });

    expect((await create('one')).status).toBe(201);
    const spoiled = await fetch(`${url}/pandadoc/public/v1/documents?page=1`);
    expect(spoiled.status).toBe(503);
    expect(spoiled.headers.get('retry-after')).toBe('7');
    expect(await spoiled.json()).toEqual({ gone: true });
  });

  it('cuts the connection before the write, and nothing is written', async () => {
    const { control, create, written } = await start();
    await control('/faults', { api: 'pandadoc', times: 1, effect: { kind: 'drop_before' } });

    await expect(create('one')).rejects.toThrow('fetch failed');
    expect(written).toEqual([]);
    expect((await create('two')).status).toBe(201);
  });

  it('cuts the connection after the write, and the write stands', async () => {
    const { control, create, written, read } = await start();
    await control('/faults', { api: 'pandadoc', times: 1, effect: { kind: 'drop_after' } });

    await expect(create('one')).rejects.toThrow('fetch failed');
    expect(written).toEqual([{ name: 'one' }]);
    expect((await read('/control/requests')).requests).toMatchObject([{ fault: 'drop_after', status: 201 }]);
  });

  it('waits before it goes on, and still lets a second fault decide the answer', async () => {
    const { control, create } = await start();
    await control('/faults', { api: 'pandadoc', effect: { kind: 'latency', ms: 60 } });
    await control('/faults', { api: 'pandadoc', effect: { kind: 'preset', name: '500' } });

    const answer = create('one');
    const first = await Promise.race([answer.then(() => 'answered'), delay(30, 'still waiting')]);
    expect(first).toBe('still waiting');
    expect((await answer).status).toBe(500);
  });

  it('says what is wrong with a fault that cannot be', async () => {
    const { control } = await start();
    const unknown = await control('/faults', { api: 'pandadoc', effect: { kind: 'preset', name: '429_daily' } });
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('pandadoc has no preset 429_daily; it has 202,');

    const pattern = await control('/faults', { api: 'pandadoc', path: '(', effect: { kind: 'drop_before' } });
    expect(await pattern.text()).toContain('must be a regular expression');
  });

  it('are gone once they are cleared', async () => {
    const { control, create, url } = await start();
    await control('/faults', { api: 'pandadoc', effect: { kind: 'preset', name: '500' } });
    await fetch(`${url}/control/faults`, { method: 'DELETE' });
    expect((await create('one')).status).toBe(201);
  });
});

describe('the log of recent calls', () => {
  it('keeps what was asked and answered, without credentials', async () => {
    const { create, read } = await start();
    await create('one');

    const { requests } = await read('/control/requests?full=1');
    expect(requests).toMatchObject([
      {
        api: 'pandadoc',
        method: 'POST',
        path: '/public/v1/documents',
        query: { api_key: '(removed)' },
        status: 201,
        fault: null,
        requestBody: { name: 'one' },
        responseBody: { id: '1', shared_key: '(removed)' },
      },
    ]);
    expect(JSON.stringify(requests)).not.toMatch(/hidden|very secret/);
  });

  it('has the body of a call that a fault answered before it was parsed', async () => {
    const { control, create, read } = await start();
    await control('/faults', { api: 'pandadoc', effect: { kind: 'preset', name: '502_html' } });
    await create('one');
    expect((await read('/control/requests')).requests).toMatchObject([{ status: 502, body: { name: 'one' } }]);
  });

  it('finds the credentials of a form, too, and those in a path', async () => {
    const { control, url, read } = await start();
    await control('/faults', { api: 'pandadoc', effect: { kind: 'preset', name: '401' } });
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_secret: 'very secret' });
    await fetch(`${url}/pandadoc/oauth2/access_token`, { method: 'POST', body });
    await fetch(`${url}/pandadoc/oauth/v1/access-tokens/very-secret`);

    const { requests } = await read('/control/requests');
    expect(requests).toMatchObject([
      { body: { grant_type: 'refresh_token', client_secret: '(removed)' } },
      { path: '/oauth/v1/access-tokens/(removed)' },
    ]);
  });

  it('forgets the oldest calls beyond two thousand', async () => {
    const { read } = await start();
    for (let batch = 0; batch < 21; batch += 1) {
      await Promise.all(Array.from({ length: 100 }, () => read('/pandadoc/public/v1/documents')));
    }
    const { requests } = await read('/control/requests');
    expect(requests).toHaveLength(2000);
    expect(requests?.[0]?.id).toBe(101);
  });
});

describe('the controls', () => {
  it('take no calls from pages of other sites', async () => {
    const { create, url, written } = await start();
    await create('one');
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await fetch(`${url}/control/reset`, { method: 'POST', headers })).status).toBe(403);
    expect(written).toHaveLength(1);
  });
});

describe('a reset', () => {
  it('forgets the faults, the calls and what was written', async () => {
    const { control, create, read, url, written } = await start();
    await create('one');
    await control('/faults', { api: 'pandadoc', effect: { kind: 'preset', name: '500' } });

    expect((await fetch(`${url}/control/reset`, { method: 'POST' })).status).toBe(204);

    expect(written).toEqual([]);
    expect((await read('/control/faults')).faults).toEqual([]);
    expect((await read('/control/requests')).requests).toEqual([]);
  });
});
