import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/testing/eventually.js';
import { Installation } from './scale-out/installation.js';

/** As processes of their own, without Redis: wake-ups go through PostgreSQL, and the sweeper finds the rest. */
describe('The roles of a process', () => {
  let installation: Installation;

  beforeEach(async () => {
    installation = await Installation.open();
  });
  afterEach(() => installation.close());

  async function signedDocument(): Promise<string> {
    const { desk } = installation;
    await installation.connect();
    await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: { 'document.completed': 'closedwon' } });
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.act(document, 'send');
    await desk.act(document, 'sign');
    await installation.delivered();
    return deal;
  }

  it('are apart: an API takes events in and leaves them to a worker, which is there for nothing else', async () => {
    const api = await installation.start('api');
    const deal = await signedDocument();
    const matched = await installation.rows(`select 1 from event where status <> 'received'`);
    expect(matched).toEqual([]);
    expect(await numberOf('tandem_lanes_due', api.url)).toBe(1);

    const worker = await installation.start('worker');
    await installation.settled();
    expect(await installation.desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'closedwon' });
    expect(
      await numberOf('tandem_runs_finished_total{recipe="change-deal-stage",outcome="succeeded"}', worker.url),
    ).toBe(1);
    expect(await numberOf('tandem_lanes_due', api.url)).toBe(0);

    const statuses = ['/api/health/live', '/api/health/ready', '/api/runs', '/api/docs', '/'].map(
      async (path) => (await fetch(worker.url + path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404, 404]);
    expect([await worker.end('SIGTERM'), await api.end('SIGTERM')]).toEqual([0, 0]);
  });

  it('go on without their Redis, and keep its password to themselves', async () => {
    const server = await installation.start('all', { REDIS_URL: 'redis://:hunter2@127.0.0.1:1' });
    const deal = await signedDocument();
    await installation.settled();
    expect(await installation.desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'closedwon' });
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.lines.filter((line) => line.includes('Redis'))).toEqual([
      expect.stringMatching(/"message":"Redis at 127\.0\.0\.1:1 is away \(.*ECONNREFUSED.*\); .*"context":"Queue"/),
    ]);
    expect(server.lines.join('\n')).not.toContain('hunter2');
  });

  async function numberOf(series: string, url: string): Promise<number> {
    return eventually(async () => {
      const text = await (await fetch(`${url}/api/metrics`)).text();
      const line = text.split('\n').find((one) => one.startsWith(`${series} `));
      if (!line) throw new Error(`No ${series} in\n${text}`);
      return Number(line.slice(series.length));
    });
  }
});
