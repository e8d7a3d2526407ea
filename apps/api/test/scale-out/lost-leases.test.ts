import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '../../src/testing/eventually.js';
import { Installation } from './installation.js';
import { ManyDeals } from './many-deals.js';
import { describeScaleOut, redisUrl } from './scale-out.js';

describeScaleOut('A worker that leaves in the middle of its work', () => {
  let installation: Installation;

  beforeEach(async () => {
    installation = await Installation.open(redisUrl(3));
  });
  afterEach(() => installation.close());

  const slow = (path: string, ms: number) =>
    installation.desk.control('POST', '/faults', { api: 'hubspot', path, effect: { kind: 'latency', ms } });

  const callsTo = async (path: RegExp): Promise<{ method: string; path: string; at: string }[]> => {
    const { requests } = await installation.desk.control('GET', '/requests?api=hubspot');
    return requests.filter((call: { path: string }) => path.test(call.path));
  };

  it('writes nothing more when it wakes up after its lease, neither here nor there', async () => {
    const [, paused] = await installation.startAll('api', 'worker');
    const { desk } = installation;
    await installation.connect();
    await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: true });
    const deal = await desk.deal({}, [{ name: 'Kept', price: '10', quantity: '1', hs_sku: 'K' }]);
    const document = await desk.document(deal, 'Sales proposal');
    await Promise.all(
      Array.from({ length: 230 }, (_, n) =>
        desk.control('POST', `/pandadoc/documents/${document}/rows`, { name: `Row ${n}`, price: '2', qty: '3' }),
      ),
    );
    await slow('line_items/batch/create', 5_000);
    await desk.act(document, 'send');
    await desk.act(document, 'sign');
    await eventually(async () => {
      const { faults } = await desk.control('GET', '/faults');
      expect(faults).toMatchObject([{ hits: 1 }]); // it is under way, and will be answered much later
    });
    paused!.signal('SIGSTOP');
    await desk.control('DELETE', '/faults');

    await installation.start('worker');
    await installation.settled();
    const before = await allThatIsWritten();
    await desk.control('DELETE', '/requests');
    paused!.signal('SIGCONT');
    await eventually(() => {
      expect(paused!.lines.join('\n')).toMatch(/"message":"The lease of lane deal:\d+ was taken over"/);
    });

    expect(await allThatIsWritten()).toEqual(before);
    expect((await callsTo(/./)).filter(({ method, path }) => method !== 'GET' && !path.endsWith('/read'))).toEqual([]);
    const lines = await desk.lines(deal);
    expect(lines).toHaveLength(231);
    expect(new Set(lines.map(({ name }) => name)).size).toBe(231);
    expect(await desk.dealProperties(deal, 'amount')).toEqual({ amount: String(10 + 230 * 6) });
  });

  it('hands its lanes back when it is asked to end, and the next worker goes on at once', async () => {
    const [, leaving] = await installation.startAll('api', 'worker');
    const deals = await ManyDeals.prepare(installation, 1, 5);
    await slow('objects/deals/\\d+$', 1_000);
    await deals.run();
    await eventually(async () => {
      expect((await callsTo(/objects\/deals\/\d+$/)).length).toBeGreaterThanOrEqual(1);
    });
    const staying = await installation.start('worker');

    expect(await leaving!.end('SIGTERM')).toBe(0);
    const left = Date.now();
    const open = await installation.rows(`select 1 from run where status in ('queued', 'running')`);
    expect(open).not.toEqual([]);
    // Far sooner than a lease that was left lying would run out.
    await eventually(async () => {
      const later = (await callsTo(/./)).filter(({ at }) => Date.parse(at) > left);
      expect(later).not.toEqual([]);
    }, 8_000);
    await installation.desk.control('DELETE', '/faults');
    await installation.settled();
    expect(await deals.pictures()).toEqual([deals.expected]);
    expect(staying.isRunning).toBe(true);
  });

  /** The journal and the ledger, row by row. */
  const allThatIsWritten = async (): Promise<unknown[]> => [
    await installation.rows('select * from run order by id'),
    await installation.rows('select * from step order by run_id, path'),
    await installation.rows('select * from attempt order by run_id, path, number'),
    await installation.rows('select * from effect order by id'),
    await installation.rows('select * from memory order by key'),
  ];
});
