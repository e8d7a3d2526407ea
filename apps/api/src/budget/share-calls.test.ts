import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callClasses, noCalls, type ByClass } from './call-class.js';
import { shareCalls } from './share-calls.js';

const waiting = (some: Partial<ByClass>): ByClass => ({ ...noCalls(), ...some });

const share = (free: number, mine: Partial<ByClass>, theirs: Partial<ByClass> = {}, owed = { retry: 0, backfill: 0 }) =>
  shareCalls({
    free,
    left: free,
    limit: 100,
    mine: waiting(mine),
    theirs: waiting(theirs),
    owed,
  });

describe('sharing the calls that may go out now', () => {
  it('serves previews first, then live work, then retries, then backfills', () => {
    expect(share(60, { preview: 5, live: 40, retry: 5, backfill: 5 }).granted).toEqual(
      waiting({ preview: 5, live: 40, retry: 5, backfill: 0 }),
    );
  });

  it('gives nothing to a lower class while a higher one waits in another process', () => {
    expect(share(20, { backfill: 4 }, { live: 30 }).granted).toEqual(noCalls());
  });

  it('shares what does not suffice by how many wait in each process', () => {
    expect(share(10, { live: 30 }, { live: 10 }).granted.live).toBe(8);
    expect(share(10, { live: 10 }, { live: 30 }).granted.live).toBe(3);
  });

  it('keeps room for the live work that may come from a backfill that is alone', () => {
    expect(share(100, { backfill: 100 }).granted.backfill).toBe(90);
    expect(share(10, { backfill: 5 }).granted.backfill).toBe(0);
  });

  it('does not starve a backfill for good: of twenty live calls one goes to it', () => {
    let owed = { retry: 0, backfill: 0 };
    let backfilled = 0;
    for (let live = 0; live < 400; live += 2) {
      const next = share(2, { live: 50, backfill: 5 }, {}, owed);
      backfilled += next.granted.backfill;
      owed = next.owed;
    }
    expect(backfilled).toBeGreaterThanOrEqual(15);
    expect(backfilled).toBeLessThanOrEqual(21);
  });

  it('owes nothing to who does not wait', () => {
    expect(share(50, { live: 50 }).owed).toEqual({ retry: 0, backfill: 0 });
  });

  it('never grants more than is free, nor more than is wanted', () => {
    const calls = fc.record({ preview: fc.nat(40), live: fc.nat(40), retry: fc.nat(40), backfill: fc.nat(40) });
    const debts = fc.record({ retry: fc.constantFrom(0, 1, 1.5), backfill: fc.constantFrom(0, 1, 2) });
    fc.assert(
      fc.property(fc.nat(60), calls, calls, debts, (free, mine, theirs, owed) => {
        const { granted } = share(free, mine, theirs, owed);
        const all = callClasses.reduce((sum, callClass) => sum + granted[callClass], 0);
        expect(all).toBeLessThanOrEqual(free);
        for (const callClass of callClasses) expect(granted[callClass]).toBeLessThanOrEqual(mine[callClass]);
        for (const callClass of callClasses) expect(granted[callClass]).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
