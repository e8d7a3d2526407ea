import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from '../desk.js';
import { backfillBesideLive, makePast, percentile95 } from './backfill-load.js';

/** `npm run measure:backfill` does the same with as many documents as the promise names. */
describe('A backfill that would use every call that there is', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await makePast(desk, 60);
  }, 180_000);
  afterAll(() => desk.close());

  it('keeps no live run waiting for 30 seconds, and does not stand still itself', async () => {
    const measured = await backfillBesideLive(desk, { documents: 60, live: 8, liveEveryMs: 1_500, hubspotPer10s: 40 });
    expect(percentile95(measured.liveDelays)).toBeLessThan(30_000);
    expect(measured.backfilled).toBeGreaterThan(0);
  }, 300_000);
});
