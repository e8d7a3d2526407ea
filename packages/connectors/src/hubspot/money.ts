import { Decimal } from 'decimal.js';

/** Digits after the point of a currency, by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD; 2 for what is unknown. */
export function minorDigits(currency: string | null): number {
  if (currency === null || !/^[A-Za-z]{3}$/.test(currency)) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

export const roundMoney = (amount: Decimal, digits: number): Decimal =>
  amount.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);

export interface Line {
  price: Decimal;
  quantity: Decimal;
  discount: { type: 'percent' | 'absolute'; value: Decimal } | null;
}

/** What a line costs, in whole minor units. An absolute discount is off the whole line. */
export function lineTotal({ price, quantity, discount }: Line, digits: number): Decimal {
  const gross = price.times(quantity);
  if (discount === null) return roundMoney(gross, digits);
  const off = discount.type === 'percent' ? gross.times(discount.value).dividedBy(100) : discount.value;
  return roundMoney(gross.minus(off), digits);
}

/**
 * A discount off the whole line as HubSpot keeps it: off one unit. With so many decimals that multiplying it by the
 * quantity gives the same money again. Null for a line of nothing, which has no unit to discount.
 */
export function discountPerUnit(offLine: Decimal, quantity: Decimal, digits: number): Decimal | null {
  if (quantity.isZero()) return null;
  const spare = Math.max(0, Math.ceil(Decimal.log10(Decimal.max(quantity.abs(), 1)).toNumber())) + 2;
  return offLine.dividedBy(quantity).toDecimalPlaces(digits + spare, Decimal.ROUND_HALF_UP);
}
