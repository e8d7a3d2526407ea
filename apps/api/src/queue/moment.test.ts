import { describe, expect, it } from '@jest/globals';
import { secondsSince } from './moment.js';

describe('the time since a moment', () => {
  const before = { wallMs: 100_000, steadyMs: 5_000 };

  it('is the time that the wall clock tells when the machine slept', () => {
    expect(secondsSince(before, { wallMs: 130_000, steadyMs: 5_100 })).toBe(30);
  });

  it('is the time that the steady clock tells when the wall clock was set back', () => {
    expect(secondsSince(before, { wallMs: 40_000, steadyMs: 25_000 })).toBe(20);
  });
});
