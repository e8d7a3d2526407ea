import { describe, expect, it } from '@jest/globals';
import { makeFormat } from './format.js';

const now = () => new Date('2026-11-23T12:00:00Z');
const english = makeFormat('en-GB', now);
const french = makeFormat('fr', now);
/** Which kind of space a runtime sets is not ours to say. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a length of time', () => {
  it.each([
    [0, '0 ms'],
    [42.4, '42 ms'],
    [1382, '1.4 s'],
    [59_000, '59 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
    [60_000, '1 min'],
    [59_900, '1 min'],
    [7_200_000, '2 h'],
  ])('of %d ms is written %s', (ms, written) => {
    expect(plain(english.duration(ms))).toBe(written);
  });

  it('has a comma in French', () => {
    expect(plain(french.duration(1382))).toBe('1,4 s');
  });
});

describe('an instant', () => {
  it.each([
    ['2026-11-23T11:59:55Z', 'now'],
    ['2026-11-23T11:59:00.200Z', '1 min ago'],
    ['2026-11-23T11:57:00Z', '3 min ago'],
    ['2026-11-23T11:00:10Z', expect.stringMatching(/^1 hr\.? ago$/)],
    ['2026-11-23T14:00:00Z', expect.stringMatching(/^in 2 hrs?$/)],
    ['2026-11-22T11:00:00Z', 'yesterday'],
  ])('%s is %s', (instant, written) => {
    expect(english.ago(instant)).toEqual(written);
  });

  it('names its year only when that is another one', () => {
    expect(english.instant('2026-03-01T10:00:00Z')).not.toContain('2026');
    expect(english.instant('2025-03-01T10:00:00Z')).toContain('2025');
  });
});

it('writes money as the language does', () => {
  expect(english.money(3900, 'EUR')).toBe('€3,900.00');
  expect(plain(french.money(3900, 'EUR'))).toBe('3 900,00 €');
  expect(plain(french.money(0.125, 'EUR'))).toBe('0,125 €');
  expect(french.money(3900, 'JPY')).not.toContain(',00');
});

it('writes sizes in the unit that suits them', () => {
  expect([0, 999, 2_150, 4_400_000].map((size) => plain(english.bytes(size)))).toEqual([
    '0 byte',
    '999 byte',
    '2.2 kB',
    '4.4 MB',
  ]);
  expect([2_150, 4_400_000].map((size) => plain(french.bytes(size)))).toEqual(['2,2 ko', '4,4 Mo']);
});
