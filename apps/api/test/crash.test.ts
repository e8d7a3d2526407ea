import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@tandem/sandbox';
import { eventually } from '../src/testing/eventually.js';
import { freshDatabase, type FreshDatabase } from '../src/testing/fresh-database.js';
import { RemoteDesk } from './remote-desk.js';
import { ServerProcess } from './scale-out/server-process.js';

/** The server as a process of its own, killed without warning in the middle of its writes. */
describe('A killed server', () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let database: FreshDatabase;
  let dataDir: string;
  let server: ServerProcess | undefined;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    database = await freshDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'tandem-crash-'));
  });
  afterAll(async () => {
    await server?.end('SIGKILL');
    await sandbox.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<RemoteDesk> {
    server = await ServerProcess.start({
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SANDBOX_URL: sandbox.url,
      TANDEM_SECRET: 'a-secret-that-outlives-the-process-01',
    });
    return new RemoteDesk(server.url, sandbox.url);
  }

  it('leaves a deal whose line items are written once each, wherever it died', async () => {
    let desk = await start();
    await desk.api('POST', '/api/connections/sandbox', {});
    await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: true });
    const deal = await desk.deal({}, [
      { name: 'Kept', price: '10', quantity: '1', hs_sku: 'K' },
      { name: 'Removed', price: '10', quantity: '1', hs_sku: 'R' },
    ]);
    const document = await desk.document(deal, 'Sales proposal');
    const rows = (await desk.shown(document)).tables[0].sections[0].rows;
    const removed = rows.find((row: { name: string }) => row.name === 'Removed');
    await desk.control('DELETE', `/pandadoc/documents/${document}/rows/${removed.id}`);
    for (let n = 1; n <= 230; n++) {
      await desk.control('POST', `/pandadoc/documents/${document}/rows`, {
        name: `Row ${n}`,
        sku: `S-${n}`,
        price: '2',
        qty: '3',
      });
    }
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      method: 'POST',
      path: 'batch/(create|archive)',
      effect: { kind: 'latency', ms: 400 },
    });
    await desk.act(document, 'send');
    await desk.act(document, 'sign');

    for (const calls of [1, 2]) {
      await desk.control('DELETE', '/requests');
      await eventually(async () => {
        const log = JSON.stringify(await desk.control('GET', '/requests'));
        expect(log.split('batch/create').length - 1).toBeGreaterThanOrEqual(calls);
      }, 60_000);
      await server?.end('SIGKILL');
      desk = await start();
    }

    await eventually(async () => {
      const { body } = await desk.api('GET', `/api/runs?document=${document}`);
      expect(body.items[0].status).toBe('succeeded');
    }, 90_000);
    const lines = await desk.lines(deal);
    expect(lines).toHaveLength(231);
    expect(new Set(lines.map((line) => line.hs_sku)).size).toBe(231);
    expect(lines.some((line) => line.name === 'Removed')).toBe(false);
    expect(Number((await desk.dealProperties(deal, 'amount')).amount)).toBe(10 + 230 * 6);
  }, 240_000);
});
