import { describe, expect, it } from '@jest/globals';
import { endsBeforeItBegins, fromFields, readPeriod, toFields, toInstants } from './period.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const now = new Date('2026-11-26T10:20:30Z');
const startOfToday = new Date(now).setHours(0, 0, 0, 0);

describe('a period in an address', () => {
  it.each([
    { last: 'hour' },
    { from: '2026-11-01', to: '2026-11-30' },
    { from: '2026-11-26T08:00Z' },
    { from: '2026-11-25', to: '2026-11-26T08:30Z' },
  ])('is read as it was written: %j', (period) => {
    expect(readPeriod(period)).toEqual(period);
  });

  it.each([{ from: 'yesterday' }, { to: '2026-13-45' }, { from: '2026-11-26T25:00Z' }, { last: 'year' }, { from: 7 }])(
    'is left out where it makes no sense: %j',
    (search) => {
      expect(readPeriod(search)).toEqual({});
    },
  );

  it('goes along with the clock rather than with days that stand beside', () => {
    expect(readPeriod({ last: 'today', from: '2026-11-01' })).toEqual({ last: 'today' });
  });
});

describe('what is asked for', () => {
  it('are whole days, the last one included', () => {
    const { from, to } = toInstants({ from: '2026-11-23', to: '2026-11-23' });
    expect(Date.parse(to!) - Date.parse(from!)).toBe(DAY_MS);
    expect(new Date(from!).getHours()).toBe(0);
  });

  it('are minutes, the same wherever somebody opens the address', () => {
    expect(toInstants({ from: '2026-11-26T08:00Z', to: '2026-11-26T08:30Z' })).toEqual({
      from: '2026-11-26T08:00:00.000Z',
      to: '2026-11-26T08:30:00.000Z',
    });
  });

  it.each([
    ['hour', Date.parse('2026-11-26T09:20:00Z')],
    ['today', startOfToday],
    ['week', startOfToday - 6 * DAY_MS],
    ['month', new Date(startOfToday).setDate(new Date(startOfToday).getDate() - 29)],
  ] as const)('is what was since then, until now: %s', (last, start) => {
    expect(toInstants({ last }, now)).toEqual({ from: new Date(start).toISOString() });
  });
});

describe('a bound as it is filled in', () => {
  it.each(['2026-11-26', '2026-11-26T08:05Z', '2026-06-30T22:59Z'])('comes back as it was: %s', (bound) => {
    expect(fromFields(toFields(bound))).toBe(bound);
  });

  it('is by the clock of whoever looks', () => {
    const { day, time } = toFields('2026-11-26T08:05Z');
    expect(new Date(`${day}T${time}`).toISOString()).toBe('2026-11-26T08:05:00.000Z');
  });

  it('is today when only the time is given, and none when nothing is', () => {
    expect(fromFields({ day: '', time: '08:00' }, now)).toBe(
      `${new Date(new Date(now).setHours(8, 0, 0, 0)).toISOString().slice(0, 16)}Z`,
    );
    expect(fromFields({ day: '', time: '' }, now)).toBeUndefined();
  });
});

it.each([
  [{ from: '2026-11-23', to: '2026-11-23' }, false],
  [{ from: '2026-11-24', to: '2026-11-23' }, true],
  [{ from: '2026-11-23T08:00Z', to: '2026-11-23T08:00Z' }, true],
  [{ from: '2026-11-23T08:00Z' }, false],
])('%j ends before it begins: %s', (period, isSo) => {
  expect(endsBeforeItBegins(period)).toBe(isSo);
});
