import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';

const HUBSPOT = { authorization: 'Bearer pat-sandbox-hubspot' };
const PANDADOC = { authorization: 'API-Key sandbox-production-key' };

const running: Sandbox[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  await rm(folder, { recursive: true });
});

async function start(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ port: 0, ...options });
  running.push(sandbox);
  const call = (method: string, path: string, body?: unknown) =>
    fetch(sandbox.url + path, {
      method,
      headers: { ...(path.startsWith('/hubspot') ? HUBSPOT : PANDADOC), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const read = async (path: string) => (await call('GET', path)).json() as Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- remote shapes, asserted below
  return { ...sandbox, call, read };
}

const deals = '/hubspot/crm/v3/objects/deals';

describe('the sandbox', () => {
  it('answers as both remotes', async () => {
    const { read } = await start();
    expect((await read(deals)).results.length).toBeGreaterThan(2);
    const templates = (await read('/pandadoc/public/v1/templates')).results.map(({ name }: { name: string }) => name);
    expect(templates).toEqual(
      expect.arrayContaining(['Sales proposal', 'Quote agreement', 'Order form', 'Mutual NDA']),
    );
  });

  it('has a page for people that loads nothing from elsewhere', async () => {
    const { url, call } = await start();
    const page = await call('GET', '/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    const parts = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, path]) => path);
    expect(parts).toContain('main.js');
    for (const part of parts) expect((await call('GET', new URL(part!, `${url}/`).pathname)).status).toBe(200);
  });

  it('notes calls of paths that do not exist, too', async () => {
    const { call, read } = await start();
    for (const path of ['/hubspot/crm/v3/guesses', '/pandadoc/public/v1/guesses']) {
      expect((await call('GET', path)).status).toBe(404);
    }
    expect((await read('/control/requests')).requests).toMatchObject([{ status: 404 }, { status: 404 }]);
  });

  it('refuses to start where another one runs', async () => {
    const { url } = await start();
    await expect(startSandbox({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
  });

  it('still knows what was written after a stop', async () => {
    const dataFile = join(folder, 'data.json');
    const first = await start({ dataFile });
    const { id } = (await first.read(deals)).results[0];
    await first.call('PATCH', `${deals}/${id}`, { properties: { dealname: 'Renamed' } });
    await first.close();

    const second = await start({ dataFile });
    expect((await second.read(`${deals}/${id}`)).properties.dealname).toBe('Renamed');
  });

  it('keeps a write whose answer was lost', async () => {
    const dataFile = join(folder, 'data.json');
    const first = await start({ dataFile });
    const contact = { email: 'lost@answer.example' };
    await first.call('POST', '/control/faults', { api: 'pandadoc', method: 'POST', effect: { kind: 'drop_after' } });
    await expect(first.call('POST', '/pandadoc/public/v1/contacts', contact)).rejects.toThrow('fetch failed');
    await first.close();

    const second = await start({ dataFile });
    expect((await second.read('/pandadoc/public/v1/contacts?email=lost@answer.example')).results).toHaveLength(1);
  });

  it('sets a file of another kind aside and starts afresh', async () => {
    const dataFile = join(folder, 'data.json');
    await writeFile(dataFile, JSON.stringify({ hubspot: {}, pandadoc: {} }));
    const notices: string[] = [];
    const { read } = await start({ dataFile, notice: (message) => notices.push(message) });

    expect((await read(deals)).results.length).toBeGreaterThan(2);
    expect(notices).toEqual([expect.stringContaining('hubspot.portal is missing')]);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^data\.json\.damaged-/)]);
  });

  it('forgets everything on a reset', async () => {
    const { call, read } = await start();
    const { id } = (await read(deals)).results[0];
    await call('PATCH', `${deals}/${id}`, { properties: { dealname: 'Renamed' } });
    await call('POST', '/control/reset');
    expect((await read(`${deals}/${id}`)).properties.dealname).not.toBe('Renamed');
    expect((await read('/control/requests')).requests).toHaveLength(1);
  });
});
