import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { discountPerUnit, lineTotal, minorDigits, roundMoney } from './money.js';

const d = (value: string | number): Decimal => new Decimal(value);

describe('money', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['XXQ', 2],
    ['', 2],
    [null, 2],
  ])('has the minor unit of its currency: %s has %i digits', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it('is exact where floating point is not', () => {
    expect(lineTotal({ price: d('0.1'), quantity: d('3'), discount: null }, 2).toFixed()).toBe('0.3');
    expect(lineTotal({ price: d('1.005'), quantity: d(1), discount: null }, 2).toFixed()).toBe('1.01');
  });

  it('takes a percentage of the line, and an amount off the whole line', () => {
    const line = { price: d('33.33'), quantity: d(3) };
    expect(lineTotal({ ...line, discount: { type: 'percent', value: d(15) } }, 2).toFixed()).toBe('84.99');
    expect(lineTotal({ ...line, discount: { type: 'absolute', value: d(15) } }, 2).toFixed()).toBe('84.99');
    expect(lineTotal({ ...line, discount: { type: 'absolute', value: d(15) } }, 0).toFixed()).toBe('85');
  });

  it('gives the same money again when a unit discount is multiplied by the quantity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(0, 2, 3),
        (off, quantity, digits) => {
          const offLine = d(off).dividedBy(d(10).pow(digits));
          const perUnit = discountPerUnit(offLine, d(quantity), digits)!;
          expect(roundMoney(perUnit.times(quantity), digits).toFixed()).toBe(offLine.toFixed());
        },
      ),
    );
  });

  it('has no unit to discount where there is none', () => {
    expect(discountPerUnit(d(5), d(0), 2)).toBeNull();
  });
});
