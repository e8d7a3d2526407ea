import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { startTestApp, type TestApp } from '../testing/test-app.js';

interface Told {
  title: string;
  detail: string;
}

interface Description {
  paths: Record<string, Record<string, { summary?: string; responses: Record<string, { content: object }> }>>;
  components: { schemas: object };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const post = (path: string, body: string, headers: Record<string, string> = json) =>
  fetch(`${app.url}${path}`, { method: 'POST', body, headers });

/** fetch sets Host itself; this does not. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${app.url}/api/connectors`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('a request that cannot be understood', () => {
  it('is answered with a problem that points at each wrong value', async () => {
    const response = await post('/api/connections', '{"connector":1,"nmae":"x"}');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'The request is not understood',
      status: 400,
      detail: expect.stringContaining('issues'),
      issues: [
        { in: 'body', pointer: '/connector', message: 'Must be text, is a number.' },
        { in: 'body', pointer: '/credentials', message: 'Is missing; must be an object.' },
        { in: 'body', pointer: '/nmae', message: expect.stringContaining('not known') },
      ],
    });
  });

  it.each([
    ['half a JSON', '{"connector":'],
    ['no JSON', 'connector=hubspot'],
    ['an empty body', ''],
    ['a prototype', '{"__proto__":{"a":1}}'],
    ['a NUL', '{"connector":"a\\u0000","credentials":{}}'],
    ['a lone surrogate', '{"connector":"a\\ud800","credentials":{}}'],
    ['a number without end', '{"connector":1e999,"credentials":{}}'],
    ['deep nesting', '['.repeat(101) + ']'.repeat(101)],
    ['very deep nesting', '['.repeat(400_000) + ']'.repeat(400_000)],
  ])('is refused with 400: %s', async (_what, body) => {
    const response = await post('/api/connections', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 400, title: 'The request is not understood' });
  });

  it.each(['/api/connections/x', '/api/audit?limit=1e9', '/api/audit?before=x', '/api/audit?nope=1', '/api/%zz'])(
    'is refused with 400: GET %s',
    async (path) => {
      const response = await fetch(`${app.url}${path}`);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    },
  );

  it('is refused with 400 when its path or query holds U+0000', async () => {
    for (const path of ['/api/connectors/a%00b', '/api/audit?subject=%00'])
      expect((await fetch(`${app.url}${path}`)).status).toBe(400);
  });

  it('is refused with 413 when it is too large', async () => {
    expect((await post('/api/connections', JSON.stringify({ connector: 'x'.repeat(3_000_000) }))).status).toBe(413);
  });

  it('says what is missing where there is nothing', async () => {
    const response = await fetch(`${app.url}/api/nothing-here`);
    expect([response.status, ((await response.json()) as Told).title]).toEqual([404, 'Not found']);
  });
});

describe('a request from elsewhere', () => {
  it('is turned away when it names another host', async () => {
    expect(await statusWithHost('evil.example')).toBe(421);
    expect(await statusWithHost('localhost')).toBe(200);
  });

  it('is turned away when a form posts it', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('/api/connections/sandbox', 'a=1', form)).status).toBe(415);
    expect((await post('/api/connections/sandbox', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('is turned away when another site wants to change something', async () => {
    const response = await post('/api/connections/sandbox', '{}', { ...json, origin: 'https://evil.example' });
    expect([response.status, ((await response.json()) as Told).detail]).toEqual([
      403,
      expect.stringContaining('another web site'),
    ]);
  });
});

it('forbids browsers to guess, frame or leak what it answers', async () => {
  const { headers } = await fetch(`${app.url}/api/connectors`);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

describe('the description of the API', () => {
  it('names every endpoint with a summary and its answers', async () => {
    const { paths, components } = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Description;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/connections', '/api/connectors/{key}', '/api/audit']),
    );
    expect(components.schemas).toHaveProperty('Problem');
    for (const [path, methods] of Object.entries(paths))
      for (const [method, operation] of Object.entries(methods))
        expect([path, method, operation.summary ?? '']).toEqual([path, method, expect.stringMatching(/.{8}/)]);
    const { content } = paths['/api/connections']!.post!.responses['400']!;
    expect(Object.keys(content)).toEqual(['application/problem+json']);
  });

  it('has a page to read it', async () => {
    const page = await fetch(`${app.url}/api/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Tandem API');
  });
});
