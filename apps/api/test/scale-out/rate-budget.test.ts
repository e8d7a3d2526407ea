import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../../src/testing/eventually.js';
import { Installation } from './installation.js';
import { ManyDeals } from './many-deals.js';
import { stretchesOf, type Stretch } from './saturated-stretch.js';
import { describeScaleOut, redisUrl } from './scale-out.js';

/** Of HubSpot's smaller accounts: few enough that no processor is what holds the workers up. */
const LIMIT = { limit: 100, intervalMs: 10_000 };
/** How long they must keep it up; RATE_BUDGET names another length in seconds, and has the result printed. */
const SECONDS = Number(process.env.RATE_BUDGET ?? 20);
/** So that work does not run out before. */
const DOCUMENTS_EACH = Math.max(4, Math.ceil(SECONDS / 10));

/** Fewer than 0.5 % of the calls; of the few in a short stretch one is that already. */
const isPromised = ({ used, calls, refused }: Stretch): boolean =>
  used >= 0.95 && refused <= Math.max(1, Math.ceil(0.005 * calls) - 1);

/** The arithmetic of it is tried in virtual time, in ../rate-budget; here are real processes and the twin's real limit. */
describeScaleOut('The rate budget of four workers', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.open(redisUrl(9));
    await installation.startAll('api', 'worker', 'worker', 'worker', 'worker');
  }, 300_000);
  afterAll(() => installation.close());

  it('uses 95 % of the permitted calls at saturation, and fewer than 0.5 % are refused', async () => {
    const { desk } = installation;
    const deals = await ManyDeals.prepare(installation, 24, DOCUMENTS_EACH);
    await desk.control('PATCH', '/hubspot/settings', { rate_per_10s: LIMIT.limit });
    await desk.control('DELETE', '/requests');
    const from = Date.now();
    const sent = deals.startAll();

    const kept = await eventually(
      async () => {
        const { requests } = await desk.control('GET', '/requests?api=hubspot');
        const stretches = stretchesOf(requests, { ...LIMIT, from, seconds: SECONDS });
        const promised = stretches.find(isPromised);
        if (!promised) throw new Error(`Not yet: ${JSON.stringify(stretches.slice(0, 5))}`);
        return promised;
      },
      90_000 + SECONDS * 1_000,
    );
    await sent;

    expect(kept.used).toBeLessThanOrEqual(1.02);
    const failed = await installation.rows(`select id from run where status in ('failed', 'cancelled')`);
    expect(failed).toEqual([]);
    if (process.env.RATE_BUDGET) process.stdout.write(`${JSON.stringify(kept)}\n`);
  }, 300_000);
});
