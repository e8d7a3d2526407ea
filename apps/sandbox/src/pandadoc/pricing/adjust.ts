import { Decimal } from 'decimal.js';
import type { Adjustment } from '../model/template.js';

/** What a set of discounts, taxes or fees comes to on this amount; percentages are of the amount itself. */
export function adjustmentsOn(amount: Decimal, adjustments: Record<string, Adjustment>): Decimal {
  return sum(Object.values(adjustments).map((one) => adjustmentOn(amount, one)));
}

export function sum(amounts: Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}

/** Money in an answer: no more than two decimals, no needless zeros ("11500", "29.99"). */
export function money(amount: Decimal): string {
  return amount.toDecimalPlaces(2).toFixed();
}

function adjustmentOn(amount: Decimal, { type, value }: Adjustment): Decimal {
  return type === 'percent' ? amount.times(value).dividedBy(100) : new Decimal(value);
}
