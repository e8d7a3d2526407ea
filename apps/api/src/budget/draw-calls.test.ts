import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noCalls, type ByClass } from './call-class.js';
import { emptyWindow, usedAt, waitOf, type CallWindow } from './call-window.js';
import { drawCalls, type Ask } from './draw-calls.js';

const START = 1_764_000_000_000;
const ask = (waiting: Partial<ByClass>, more: Partial<Ask> = {}): Ask => ({
  process: 'worker-1',
  waiting: { ...noCalls(), ...waiting },
  spare: 0,
  ...more,
});

describe('drawing calls from a window', () => {
  const hubspot = (): CallWindow => emptyWindow({ limit: 190, intervalMs: 10_000 });

  it('gives them at once while less than half is used', () => {
    expect(drawCalls(hubspot(), START, ask({ live: 90 })).granted.live).toBe(90);
  });

  it('spreads them out from there on, except for a person who waits', () => {
    const window = hubspot();
    drawCalls(window, START, ask({ live: 95 }));
    expect(drawCalls(window, START + 10, ask({ live: 30, preview: 3 })).granted).toMatchObject({ live: 0, preview: 3 });
  });

  it('says when to ask again', () => {
    const window = hubspot();
    drawCalls(window, START, ask({ live: 95 }));
    const { againInMs } = drawCalls(window, START + 10, ask({ live: 30 }));
    expect(againInMs).toBeGreaterThan(0);
    expect(drawCalls(window, START + 10 + againInMs, ask({ live: 30 })).granted.live).toBeGreaterThan(0);
  });

  it('uses at least 96 % of the limit at saturation, and evenly', () => {
    const window = hubspot();
    const sent: number[] = [];
    for (let ms = 0; ms < 60_000; ms += 50) {
      const { granted } = drawCalls(window, START + ms, ask({ live: 32 }));
      for (let call = 0; call < granted.live; call += 1) sent.push(ms);
    }
    const settled = sent.filter((at) => at >= 30_000);
    expect(settled.length).toBeGreaterThan(0.96 * 3 * 190);
    const pauses = settled.map((at, index) => at - (settled[index - 1] ?? 30_000));
    expect(Math.max(...pauses)).toBeLessThan(2_000);
  });

  it('does so with four processes, none of which asks just in time', () => {
    const window = emptyWindow({ limit: 100, intervalMs: 10_000 });
    let calls = 0;
    for (let ms = 0; ms < 60_000; ms += 60) {
      const process = `worker-${(ms / 60) % 4}`;
      const { granted } = drawCalls(window, START + ms, ask({ live: 8 }, { process }));
      if (ms >= 30_000) calls += granted.live;
    }
    expect(calls).toBeGreaterThan(0.96 * 3 * 100);
  });

  it('closes for as long as the remote asks, for everybody', () => {
    const window = hubspot();
    drawCalls(window, START, ask({}, { seen: { told: { retryAfterMs: 5_000 }, agoMs: 0, refusals: 0 } }));
    const closed = drawCalls(window, START + 4_000, ask({ preview: 1, live: 1 }, { process: 'worker-2' }));
    expect(closed).toMatchObject({ granted: noCalls(), againInMs: 1_000 });
    expect(drawCalls(window, START + 5_000, ask({ live: 1 })).granted.live).toBe(1);
  });

  it('takes the limit from what the remote says, and leaves room for others who use the account', () => {
    const window = emptyWindow({ limit: 100, intervalMs: 10_000 });
    const told = { limit: 190, remaining: 40, intervalMs: 10_000 };
    expect(
      drawCalls(window, START, ask({ preview: 100 }, { seen: { told, agoMs: 0, refusals: 0 } })).granted.preview,
    ).toBe(40);
    expect(Math.round(usedAt(window, START))).toBe(190);
    expect(drawCalls(window, START + 5_000, ask({ preview: 200 })).granted.preview).toBe(75);
  });

  it('gives nothing beforehand while others wait, and takes back what was not used', () => {
    const window = hubspot();
    const { spare } = drawCalls(window, START, ask({ live: 1 }, { spare: 50 }));
    expect(spare.calls).toBe(9);
    expect(usedAt(window, START)).toBe(10);
    drawCalls(window, START + 1_500, ask({ live: 1 }, { giveBack: { slot: spare.slot, calls: 9 } }));
    expect(usedAt(window, START + 1_500)).toBe(2);
    drawCalls(window, START + 1_500, ask({ live: 400 }, { process: 'worker-2' }));
    expect(drawCalls(window, START + 1_600, ask({}, { spare: 5 })).spare.calls).toBe(0);
  });

  it('forgets a process that fell silent while it waited', () => {
    const window = hubspot();
    drawCalls(window, START, ask({ live: 300 }, { process: 'dead' }));
    expect(drawCalls(window, START + 500, ask({ backfill: 1 })).granted.backfill).toBe(0);
    drawCalls(window, START + 12_000, ask({ backfill: 1 }));
    expect(Object.keys(window.waiting)).toEqual([]);
  });

  it('tells how long the so-manieth in the queue waits', () => {
    const window = hubspot();
    expect(waitOf(window, START, 50)).toBe(0);
    drawCalls(window, START, ask({ preview: 190 }));
    expect(waitOf(window, START, 1)).toBeGreaterThan(10_000);
    expect(waitOf(window, START, 1)).toBeLessThan(10_600);
  });

  it('never lets more calls into any window than the limit, whatever is asked for when and by whom', () => {
    const asking = fc.record({
      pause: fc.integer({ min: 0, max: 900 }),
      live: fc.nat(30),
      preview: fc.nat(3),
      backfill: fc.nat(5),
      process: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(asking, { maxLength: 60 }), fc.constantFrom(4, 20, 100), (askings, limit) => {
        const window = emptyWindow({ limit, intervalMs: 1_000 });
        const sent: number[] = [];
        let now = START;
        for (const { pause, process, ...waiting } of askings) {
          now += pause;
          const { granted } = drawCalls(window, now, ask(waiting, { process }));
          const calls = granted.preview + granted.live + granted.retry + granted.backfill;
          for (let call = 0; call < calls; call += 1) sent.push(now);
        }
        for (const start of sent) {
          expect(sent.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
