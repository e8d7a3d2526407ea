import { expect, it } from '@jest/globals';
import { Installation } from '../scale-out/installation.js';
import { ManyDeals } from '../scale-out/many-deals.js';
import { PostgresServer } from '../scale-out/postgres-server.js';
import { RedisServer } from '../scale-out/redis-server.js';
import { describeScaleOut } from '../scale-out/scale-out.js';
import { Mayhem } from './mayhem.js';

/**
 * `CRASH_KILLS=1000` is the long mode, which `CRASH_MINUTES` ends sooner; `CRASH_QUEUE=postgres` does it without Redis;
 * `CRASH_SEED` repeats a run.
 */
const KILLS = Number(process.env.CRASH_KILLS ?? 4);
const MINUTES = Number(process.env.CRASH_MINUTES ?? 110);
const SEED = Number(process.env.CRASH_SEED ?? 20_260_101);
/** After so many everything is let come to rest and looked at, and others begin. */
const KILLS_AT_A_TIME = Math.min(KILLS, 25);
const ON_POSTGRES = process.env.CRASH_QUEUE === 'postgres';

describeScaleOut(`Killed at random under load (seed ${SEED})`, () => {
  it(`${KILLS} times, APIs and workers lose nothing, do nothing twice and keep the order`, async () => {
    const postgres = await PostgresServer.start();
    const redis = ON_POSTGRES ? undefined : await RedisServer.start();
    const installation = await Installation.open(redis?.url, { url: postgres.url, drop: () => Promise.resolve() });
    try {
      await installation.deliverUntilTaken();
      await installation.desk.liftLimits(); // those who make the documents would share them
      await installation.desk.control('PATCH', '/pandadoc/webhooks', { duplicate: 1 });
      const mayhem = new Mayhem(installation, { redis, postgres }, SEED);
      await mayhem.start('api', 'api', 'worker', 'worker', 'worker');
      const deadline = Date.now() + MINUTES * 60_000;
      const isEnough = (): boolean => mayhem.kills >= KILLS || Date.now() > deadline;
      for (let documents = 0; !isEnough();) {
        documents += await rageOver(installation, mayhem, isEnough);
        const seconds = Math.round(performance.now() / 1_000);
        process.stdout.write(
          `${mayhem.kills} kills, ${postgres.crashes} crashes of PostgreSQL, ${documents} documents, ${seconds} s\n`,
        );
      }
      expect(await installation.rows(`select count(*)::int as failed from run where status = 'failed'`)).toEqual([
        { failed: 0 },
      ]);
    } finally {
      await installation.close();
      await redis?.kill();
      await postgres.stop();
    }
  }, 7_200_000);
});

/** Some deals, worked while processes die; then everything is let come to rest and looked at. Answers their documents. */
async function rageOver(installation: Installation, mayhem: Mayhem, isEnough: () => boolean): Promise<number> {
  const deals = await ManyDeals.prepare(installation, 4, 1);
  const until = mayhem.kills + KILLS_AT_A_TIME;
  const isOver = (): boolean => mayhem.kills >= until || isEnough();
  await Promise.all([deals.runUntil(isOver), mayhem.rage(isOver)]);
  await deals.settled(180_000);
  const { expected } = deals;
  expect(await deals.pictures()).toEqual(deals.deals.map(() => expected));
  return (deals.deals.length * expected.files) / 2;
}
