import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { Installation } from './installation.js';
import { ManyDeals, type Picture } from './many-deals.js';
import { RedisServer } from './redis-server.js';
import { describeScaleOut, redisUrl } from './scale-out.js';

describeScaleOut('Several APIs and workers', () => {
  let calm: Picture;
  const open: Installation[] = [];

  async function install(redis?: string): Promise<Installation> {
    const installation = await Installation.open(redis);
    open.push(installation);
    return installation;
  }

  beforeAll(async () => {
    const alone = await install();
    await alone.start('all');
    const deals = await ManyDeals.prepare(alone, 1, 5);
    await deals.run(() => alone.settled(20_000));
    [calm] = (await deals.pictures()) as [Picture];
    expect(calm).toEqual(deals.expected);
    await closeAll();
  }, 60_000);
  afterEach(closeAll);
  afterAll(closeAll);

  async function closeAll(): Promise<void> {
    for (const installation of open.splice(0)) await installation.close();
  }

  it('leave behind what one process in peace does: each effect once, and in order', async () => {
    const installation = await install(redisUrl(1));
    await installation.startAll('api', 'api', 'worker', 'worker', 'worker');
    const deals = await ManyDeals.prepare(installation, 12, 5);
    await deals.run();
    await installation.settled(60_000);
    expect(await deals.pictures()).toEqual(deals.deals.map(() => calm));
    const owners = await installation.rows(
      `select count(*)::int as runs from run where status <> 'succeeded' or retry_of is not null`,
    );
    expect(owners).toEqual([{ runs: 0 }]);
  }, 120_000);

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
      await installation.settled(60_000);
      expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
      expect(servers.flatMap((server) => server.lastWords())).toEqual([]);
    } finally {
      await redis.kill();
    }
  }, 120_000);

  it('do so although PostgreSQL cuts every connection, again and again', async () => {
    const installation = await install(redisUrl(5));
    const servers = await installation.startAll('api', 'worker', 'worker');
    const deals = await ManyDeals.prepare(installation, 4, 3);
    await deals.run(async () => {
      await installation.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'tandem' and datname = current_database()`,
      );
    });
    await installation.settled(60_000);
    expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
    expect(servers.flatMap((server) => server.lastWords())).toEqual([]);
  }, 120_000);

  it('do so although a worker and an API are killed', async () => {
    const installation = await install(redisUrl(2));
    const [api, , worker] = await installation.startAll('api', 'api', 'worker', 'worker');
    const deals = await ManyDeals.prepare(installation, 4, 3);
    await deals.run(async (round) => {
      if (round === 2) await worker!.end('SIGKILL');
      if (round === 3) await api!.end('SIGKILL');
    });
    await installation.settled(60_000);
    expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
  }, 120_000);
});
