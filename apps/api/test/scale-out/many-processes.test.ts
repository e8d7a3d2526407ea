import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { Installation } from './installation.js';
import { ManyDeals, type Picture } from './many-deals.js';
import { PostgresServer } from './postgres-server.js';
import { RedisServer } from './redis-server.js';
import { describeScaleOut, redisUrl } from './scale-out.js';

describeScaleOut('Several APIs and workers', () => {
  let calm: Picture;
  const open: Installation[] = [];

  async function install(...how: Parameters<typeof Installation.open>): Promise<Installation> {
    const installation = await Installation.open(...how);
    open.push(installation);
    return installation;
  }

  beforeAll(async () => {
    const alone = await install();
    await alone.start('all');
    const deals = await ManyDeals.prepare(alone, 1, 5);
    await deals.run(() => alone.settled());
    [calm] = (await deals.pictures()) as [Picture];
    expect(calm).toEqual(deals.expected);
    await closeAll();
  });
  afterEach(closeAll);
  afterAll(closeAll);

  async function closeAll(): Promise<void> {
    for (const installation of open.splice(0)) await installation.close();
  }

  it.each([
    ['Redis', redisUrl(1)],
    ['PostgreSQL alone', undefined],
  ])(
    'on %s leave behind what one process in peace does: each effect once, and in order',
    async (_queue, redis) => {
      const installation = await install(redis);
      await installation.startAll('api', 'api', 'worker', 'worker', 'worker');
      const deals = await ManyDeals.prepare(installation, 8, 5);
      await deals.run();
      await installation.settled();
      expect(await deals.pictures()).toEqual(deals.deals.map(() => calm));
      const owners = await installation.rows(
        `select count(*)::int as runs from run where status <> 'succeeded' or retry_of is not null`,
      );
      expect(owners).toEqual([{ runs: 0 }]);
    },
    300_000,
  );

  it('do so although Redis is emptied, goes away and comes back', async () => {
    const redis = await RedisServer.start();
    try {
      const installation = await install(redis.url);
      const servers = await installation.startAll('api', 'worker', 'worker');
      const deals = await ManyDeals.prepare(installation, 4, 3);
      await deals.run(async (round) => {
        if (round === 1 || round === 5) await redis.flush();
        if (round === 2) await redis.kill();
        if (round === 4) await redis.start();
      });
      await installation.settled();
      expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
      expect(servers.flatMap((server) => server.lastWords())).toEqual([]);
    } finally {
      await redis.kill();
    }
  });

  it('do so although PostgreSQL, queue and all, cuts every connection, again and again', async () => {
    const installation = await install();
    const servers = await installation.startAll('api', 'worker', 'worker');
    const deals = await ManyDeals.prepare(installation, 4, 3);
    await deals.run(() => installation.cutConnections());
    await installation.settled();
    expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
    expect(servers.flatMap((server) => server.lastWords())).toEqual([]);
  });

  it('do so although PostgreSQL itself ends without warning and comes back', async () => {
    const postgres = await PostgresServer.start();
    try {
      const installation = await install(undefined, { url: postgres.url, drop: () => Promise.resolve() });
      const servers = await installation.startAll('api', 'worker', 'worker');
      await installation.deliverUntilTaken();
      const deals = await ManyDeals.prepare(installation, 4, 3);
      await deals.run(async (round) => {
        if (round % 2 === 1) await postgres.crash();
      });
      await installation.settled();
      expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
      expect(postgres.crashes).toBe(3);
      expect(servers.flatMap((server) => server.lastWords())).toEqual([]);
    } finally {
      await closeAll();
      await postgres.stop();
    }
  }, 300_000);

  it('do so although webhooks come late, twice and in the wrong order', async () => {
    const installation = await install();
    await installation.startAll('api', 'worker', 'worker');
    const deals = await ManyDeals.prepare(installation, 3, 2);
    await installation.desk.control('PATCH', '/pandadoc/webhooks', {
      duplicate: 1,
      reorder: true,
      window_ms: 400,
      delay_ms: 150,
    });
    await deals.runAtOnce();
    await installation.settled();
    for (const { stages, filesPerNote, files } of await deals.pictures()) {
      // A "sent" that comes after its "completed" is passed over: fewer moves and files, but none twice.
      expect(stages.at(-1)).toBe('closedwon');
      expect(stages.length).toBeLessThanOrEqual(4);
      expect(filesPerNote.every((count) => count === 1)).toBe(true);
      expect(files).toBe(filesPerNote.length);
      expect(files).toBeGreaterThanOrEqual(2);
      expect(files).toBeLessThanOrEqual(4);
    }
    const movedBack = await installation.rows(
      `select 1 from run late join run before using (document_id, recipe_id)
       where late.occurred_at < before.occurred_at and late.started_at > before.finished_at and late.status <> 'skipped'
         and before.status <> 'skipped'`,
    );
    expect(movedBack).toEqual([]);
    const [events] = await installation.rows(
      `select count(*)::int as taken from event where trigger = 'document_status_changed' and state in ('document.sent', 'document.completed')`,
    );
    expect(events).toEqual({ taken: 3 * 2 * 2 });
  }, 300_000);

  it('do so although a worker and an API are killed', async () => {
    const installation = await install(redisUrl(2));
    const [api, , worker] = await installation.startAll('api', 'api', 'worker', 'worker');
    const deals = await ManyDeals.prepare(installation, 4, 3);
    await deals.run(async (round) => {
      if (round === 2) await worker!.end('SIGKILL');
      if (round === 3) await api!.end('SIGKILL');
    });
    await installation.settled();
    expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
  });
});
