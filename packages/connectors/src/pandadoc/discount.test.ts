import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimalText } from './decimal.js';
import { discountOf, sameDiscount } from './discount.js';

const line = { price: '100', quantity: '3' };

describe('the discount of a row', () => {
  it('is the single one it has, in either of the two shapes', () => {
    const percent = { type: 'percent', value: '10' };
    expect(discountOf({ discount: percent, discounts: {} }, line)).toEqual(percent);
    expect(discountOf({ discounts: { Partner: { type: 'flat', value: '5' } } }, line)).toEqual({
      type: 'absolute',
      value: '5',
    });
  });

  it('is not counted twice when PandaDoc shows it in both', () => {
    const percent = { type: 'percent', value: '10' };
    expect(discountOf({ discount: percent, discounts: { Discount: percent } }, line)).toEqual(percent);
  });

  it('is one amount off the whole line when there are several', () => {
    const discounts = { A: { type: 'percent', value: '10' }, B: { type: 'absolute', value: '12.5' } };
    expect(discountOf({ discounts }, line)).toEqual({ type: 'absolute', value: '42.5' });
  });

  it('is none when it is empty or zero', () => {
    for (const value of [null, '0', '0.00', '-0']) {
      expect(discountOf({ discount: { type: 'percent', value: decimalText(value) }, discounts: {} }, line)).toBeNull();
    }
  });
});

describe('two discounts', () => {
  it('are the same when no person would tell them apart', () => {
    expect(sameDiscount(null, { type: 'percent', value: '0' })).toBe(true);
    expect(sameDiscount({ type: 'percent', value: '10' }, { type: 'percent', value: '10.00' })).toBe(true);
    expect(sameDiscount({ type: 'absolute', value: '10' }, { type: 'absolute', value: '9.999999' })).toBe(true);
  });

  it('differ by kind, by half a cent, and by any part of a percent', () => {
    expect(sameDiscount({ type: 'percent', value: '10' }, { type: 'absolute', value: '10' })).toBe(false);
    expect(sameDiscount({ type: 'absolute', value: '10' }, { type: 'absolute', value: '10.01' })).toBe(false);
    expect(sameDiscount({ type: 'percent', value: '10' }, { type: 'percent', value: '10.001' })).toBe(false);
    expect(sameDiscount(null, { type: 'absolute', value: '1' })).toBe(false);
  });
});

describe('a decimal', () => {
  it.each([
    ['33.0000000000', '33'],
    [' 29.90 ', '29.9'],
    ['-0.0', '0'],
    ['.5', '0.5'],
    [1e21, '1000000000000000000000'],
    [0.1, '0.1'],
    ['1e999999999', null],
    ['12,50', null],
    ['', null],
    [Number.NaN, null],
    [null, null],
    [{}, null],
  ])('%j is %j', (given, expected) => {
    expect(decimalText(given)).toBe(expected);
  });

  it('is always plain, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const text = decimalText(value);
        return text === null || /^-?\d+(\.\d+)?$/.test(text);
      }),
    );
  });
});
