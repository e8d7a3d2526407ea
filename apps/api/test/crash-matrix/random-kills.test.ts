import { expect, it } from '@jest/globals';
import { Installation } from '../scale-out/installation.js';
import { ManyDeals } from '../scale-out/many-deals.js';
import { RedisServer } from '../scale-out/redis-server.js';
import { describeScaleOut } from '../scale-out/scale-out.js';
import { Mayhem } from './mayhem.js';

/** `CRASH_KILLS=1000` is the long mode; `CRASH_SEED` repeats a run. */
const KILLS = Number(process.env.CRASH_KILLS ?? 4);
const SEED = Number(process.env.CRASH_SEED ?? 20_260_101);

describeScaleOut(`Killed at random under load (seed ${SEED})`, () => {
  it(`${KILLS} times, APIs and workers lose nothing, do nothing twice and keep the order`, async () => {
    const redis = await RedisServer.start();
    const installation = await Installation.open(redis.url);
    try {
      const { desk } = installation;
      await desk.control('PATCH', '/pandadoc/webhooks', {
        retry_after_ms: Array.from({ length: 1_000 }, () => 300),
        duplicate: 1,
      });
      const mayhem = new Mayhem(installation, redis, SEED);
      await mayhem.start('api', 'api', 'worker', 'worker');
      const batches: ManyDeals[] = [];
      while (mayhem.kills < KILLS) {
        const deals = await ManyDeals.prepare(installation, 4, 2);
        batches.push(deals);
        let isDone = false;
        const load = deals.run().finally(() => (isDone = true));
        await Promise.all([load, mayhem.rage(() => isDone || mayhem.kills >= KILLS)]);
      }
      await installation.settled(180_000);
      for (const deals of batches) expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
      expect(await installation.rows(`select count(*)::int as failed from run where status = 'failed'`)).toEqual([
        { failed: 0 },
      ]);
    } finally {
      await installation.close();
      await redis.kill();
    }
  }, 7_200_000);
});
