import { Decimal } from 'decimal.js';

/** Wide enough that products of prices, quantities and percentages stay exact. */
export const Exact = Decimal.clone({ precision: 80 });
export type ExactNumber = Decimal;

const PLAIN = /^\s*[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})\s*$/;

/** A plain decimal without needless zeros ("33.0000000000" is "33"), or null for what is not a number. */
export function decimalText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? plain(new Exact(value)) : null;
  if (typeof value !== 'string' || !PLAIN.test(value)) return null;
  return plain(new Exact(value.trim()));
}

export const plain = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

export const sameDecimal = (one: string, other: string): boolean => new Exact(one).equals(other);
