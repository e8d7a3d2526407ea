import type { Json } from '../json.js';
import { type Said, said } from '../said.js';
import { ExpressionError } from './expression-error.js';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** A scalar as text; null is empty text. Lists and objects are refused, since "[object Object]" helps nobody. */
export function toText(value: Json | undefined, operator: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') throw new ExpressionError(said`"${operator}" needs text, not ${kindOf(value)}`);
  return String(value);
}

/** A number, or text that is one; null stays null so that an empty value gives an empty result. */
export function toNumber(value: Json | undefined, operator: string): number | null {
  const number = parseNumber(value ?? null);
  if (number !== null || value === null || value === undefined) return number;
  throw new ExpressionError(said`"${operator}" needs a number, not ${described(value)}`);
}

/** Reads plain and scientific decimals; null for everything else. */
export function parseNumber(value: Json): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 400 || !NUMBER.test(value.trim())) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** How a sentence speaks of a value's kind: "a list". */
export function kindOf(value: Json): Said {
  if (value === null) return said`nothing`;
  if (Array.isArray(value)) return said`a list`;
  if (typeof value === 'object') return said`an object`;
  if (typeof value === 'string') return said`text`;
  return typeof value === 'number' ? said`a number` : said`true or false`;
}

/** The value itself where it is short, its kind otherwise. */
export function described(value: Json): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}
