import { Decimal } from 'decimal.js';
import type { Json } from '../json.js';
import { said } from '../said.js';
import { parseNumber, toNumber, toText } from './coerce.js';
import { ExpressionError } from './expression-error.js';

/** ISO 4217 currencies whose minor unit is not the hundredth. */
const MINOR_UNITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** Works on decimals, so that 1.005 is rounded to 1.01. Null stays null. */
export function round(value: Json | undefined, places: Json | undefined): Json {
  const number = toNumber(value, 'round');
  const digits = toNumber(places, 'round') ?? 0;
  if (!Number.isInteger(digits) || digits < 0 || digits > 20) {
    throw new ExpressionError(said`"round" takes from 0 to 20 decimal places`);
  }
  return number === null ? null : new Decimal(number).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toNumber();
}

/** An amount as decimal text with exactly the minor units of the currency, halves away from zero. Null stays null. */
export function money(amount: Json | undefined, currency: Json | undefined): Json {
  if (amount === null || amount === undefined || amount === '') return null;
  const code = toText(currency, 'money').toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new ExpressionError(said`"money" needs a currency such as "EUR"`);
  toNumber(amount, 'money');
  // Text is not turned into a floating-point number on its way: "0.1" stays a tenth.
  const exact = new Decimal(typeof amount === 'string' ? amount.trim() : Number(amount));
  return exact.toFixed(MINOR_UNITS.get(code) ?? 2, Decimal.ROUND_HALF_UP);
}

/** Number operators of one argument; null stays null. */
export function applyToNumber(operator: string, value: Json | undefined, change: (number: number) => number): Json {
  const number = toNumber(value, operator);
  return number === null ? null : change(number);
}

/** Text to number; null where the text is none. */
export function number(value: Json | undefined): Json {
  return parseNumber(value ?? null);
}
