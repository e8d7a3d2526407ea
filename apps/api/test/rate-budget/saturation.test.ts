import { describe, expect, it } from '@jest/globals';
import { saturate, type Situation } from './saturation.js';

const perMinute = (limit: number) => ({ limit, intervalMs: 60_000 });

/** Four workers at one of HubSpot's larger accounts, on machines that have enough processors. */
const calm: Situation = {
  limit: { limit: 190, intervalMs: 10_000 },
  tells: true,
  remoteMs: [10, 40],
  databaseMs: [1, 2],
  lateMs: 2,
  workers: 4,
  lanes: { live: 8 },
  seconds: 60,
};
const hubspotFree = { limit: 100, intervalMs: 10_000 };
/** Timers that come up to 1.5 s late, and a database that takes up to 0.3 s to answer. */
const busy = { remoteMs: [10, 200], databaseMs: [10, 100], lateMs: 150 } satisfies Partial<Situation>;
const pandadoc = { tells: false, guessMs: 15_000, seconds: 240 } satisfies Partial<Situation>;

const PROMISED: [situation: string, Partial<Situation>][] = [
  ['190 calls in 10 s', {}],
  ['100 calls in 10 s', { limit: hubspotFree }],
  ['190 calls in 10 s on busy machines', busy],
  ['190 calls in 10 s when the remote tells nothing', { tells: false }],
  ["600 calls a minute, as of PandaDoc's documents", { ...pandadoc, limit: perMinute(600) }],
  ["100 calls a minute, as of PandaDoc's downloads", { ...pandadoc, limit: perMinute(100) }],
];

describe('Four workers that never have enough calls', () => {
  for (const [situation, more] of PROMISED) {
    it(`use at least 95 % of what is permitted, and fewer than 0.5 % are refused: ${situation}`, async () => {
      const { used, refused } = await saturate({ ...calm, ...more }, 1);
      expect(used).toBeGreaterThanOrEqual(0.95);
      expect(used).toBeLessThanOrEqual(1);
      expect(refused).toBeLessThan(0.005);
    });
  }

  it('leave live work nine tenths and more, and let a backfill have a little all the same', async () => {
    const { used, byClass } = await saturate({ ...calm, lanes: { live: 7, backfill: 8 } }, 1);
    expect(used).toBeGreaterThanOrEqual(0.95);
    expect(byClass.backfill).toBeGreaterThan(0);
    expect(byClass.backfill / byClass.live).toBeLessThan(0.1);
  });

  it('let a backfill that is alone have all but the tenth that live work may need at once', async () => {
    const { used } = await saturate({ ...calm, lanes: { backfill: 8 } }, 1);
    expect(used).toBeGreaterThan(0.86);
    expect(used).toBeLessThanOrEqual(0.91);
  });

  it('learn from refusals that a key has fewer calls than published', async () => {
    const testKey = { ...pandadoc, limit: perMinute(10), believed: perMinute(600), seconds: 900 };
    const { used, refused } = await saturate({ ...calm, ...testKey }, 1);
    expect(used).toBeGreaterThan(0.6);
    expect(refused).toBeLessThan(0.1);
  });
});
