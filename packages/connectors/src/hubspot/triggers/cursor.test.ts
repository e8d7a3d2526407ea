import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, PAGE, readCursor, scanFrom, startPosition } from './cursor.js';

const full = (time: number): number[] => Array.from({ length: PAGE }, () => time);

describe('a scan over what was modified', () => {
  it('begins a little before where the last one ended, because search is behind', () => {
    expect(scanFrom({ since: 100_000, skip: 0, running: false })).toBe(40_000);
    expect(scanFrom({ since: 100_000, skip: 0, running: true })).toBe(100_000);
  });

  it('ends at the newest record of a page that is not full', () => {
    expect(advance({ since: 50, skip: 0, running: true }, 50, [60, 70])).toEqual({
      since: 70,
      skip: 0,
      running: false,
    });
    expect(advance({ since: 50, skip: 0, running: false }, 40, [])).toEqual({ since: 50, skip: 0, running: false });
  });

  it('never goes back behind what it has seen', () => {
    expect(advance({ since: 50, skip: 0, running: false }, 10, [20])).toEqual({ since: 50, skip: 0, running: false });
  });

  it('goes on inside one moment when a bulk edit gave more records that moment than fit on a page', () => {
    const first = advance({ since: 50, skip: 0, running: true }, 50, full(50));
    expect(first).toEqual({ since: 50, skip: PAGE, running: true });
    expect(advance(first, 50, full(50)).skip).toBe(2 * PAGE);
  });

  it('always moves on while it runs, and so ends, whatever the pages say', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 200 }), (steps) => {
        let position = { ...startPosition(new Date(1_000)), running: true };
        let time = position.since;
        for (const step of steps) {
          time += step;
          const from = scanFrom(position);
          const next = advance(position, from, full(Math.max(from, time)));
          expect(next.since > position.since || (next.since === position.since && next.skip > position.skip)).toBe(
            true,
          );
          position = next;
        }
      }),
    );
  });
});

describe('a stored cursor', () => {
  it.each([null, {}, 'x', { since: 5 }])('of an older make, such as %j, lets the trigger begin anew', (stored) => {
    expect(readCursor(stored)).toBeNull();
  });
});
