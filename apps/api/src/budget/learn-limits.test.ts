import { describe, expect, it } from '@jest/globals';
import { emptyWindow, forgetOld, freeAt, takeNow, type CallWindow } from './call-window.js';
import { learnLimits, raiseLimit } from './learn-limits.js';

const START = 1_764_000_000_000;
const windowOf = (limit: number, intervalMs = 10_000): CallWindow => emptyWindow({ limit, intervalMs });

function refuse(window: CallWindow, at: number, retryAfterMs: number, isGuess = true): void {
  learnLimits(window, at, { told: { limit: 190, remaining: 0, retryAfterMs, isGuess }, agoMs: 0, refusals: 1 });
}

describe('a refusal', () => {
  it('closes the window for exactly as long as the remote asked', () => {
    const window = windowOf(190);
    refuse(window, START, 7_000, false);
    refuse(window, START + 7_001, 7_000, false);
    expect(window.closedUntil).toBe(START + 14_001);
  });

  it('without a time closes it for a moment, and twice as long each time that it comes again', () => {
    const window = windowOf(190);
    const waits = [];
    for (let at = START, refusals = 0; refusals < 8; refusals += 1) {
      refuse(window, at, 300);
      waits.push(window.closedUntil - at);
      at = window.closedUntil + 50;
    }
    expect(waits).toEqual([300, 600, 1_200, 2_400, 4_800, 9_600, 10_000, 10_000]);
  });

  it('of calls that were under way when it closed says nothing new', () => {
    const window = windowOf(190);
    refuse(window, START, 300);
    refuse(window, START + 100, 300);
    refuse(window, START + 200, 300);
    expect(window.closedUntil).toBe(START + 300);
  });

  it('is the first one again when all went well meanwhile', () => {
    const window = windowOf(190);
    refuse(window, START, 300);
    refuse(window, START + 350, 300);
    refuse(window, START + 5_000, 300);
    expect(window.closedUntil).toBe(START + 5_300);
  });
});

describe('a remote that tells no limit', () => {
  const refusedAfter = (calls: number, refusals: number): CallWindow => {
    const window = windowOf(600, 60_000);
    takeNow(window, START, calls + refusals);
    const told = { retryAfterMs: 15_000, isGuess: true };
    learnLimits(window, START + 1_000, { told, agoMs: 0, refusals });
    return window;
  };

  it('is taken to allow what it let through before it refused', () => {
    const window = refusedAfter(10, 3);
    expect(window.limit).toBe(10);
    expect(freeAt(window, START + 30_000, true)).toBe(0);
    forgetOld(window, START + 63_000);
    expect(freeAt(window, START + 63_000, true)).toBe(10);
  });

  it('is asked for more after five minutes, up to what it publishes', () => {
    const window = refusedAfter(300, 1);
    raiseLimit(window, START + 200_000);
    expect(window.limit).toBe(300);
    raiseLimit(window, START + 302_000);
    expect(window.limit).toBe(450);
    raiseLimit(window, START + 700_000);
    expect(window).toMatchObject({ limit: 600, lowered: null });
  });

  it('is never taken to allow nothing', () => {
    expect(refusedAfter(0, 4).limit).toBe(1);
  });
});
