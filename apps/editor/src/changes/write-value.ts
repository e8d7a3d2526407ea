import type { Format } from '../format/format.js';
import type { ValueKind } from './property-names.js';

interface Writing {
  kind: ValueKind;
  /** Of an amount, where it is known. */
  currency?: string | null | undefined;
  format: Format;
  /** What true and false are called. */
  sayFlag: (is: boolean) => string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A stored value as people write it; '' where there is nothing. */
export function writeValue(value: unknown, writing: Writing): string {
  const { kind, format, sayFlag } = writing;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return sayFlag(value);
  if (kind === 'flag' && (value === 'true' || value === 'false')) return sayFlag(value === 'true');
  const number = numberIn(value, kind);
  if (number !== undefined) return writeNumber(number, writing);
  const discount = readDiscount(value);
  if (discount)
    return writeNumber(discount.value, { ...writing, kind: discount.type === 'percent' ? 'percent' : 'money' });
  if (typeof value !== 'string') return JSON.stringify(value);
  if (DAY.test(value)) return format.day(`${value}T00:00`);
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return format.instant(value);
  return value;
}

const NUMBERS: ReadonlySet<ValueKind> = new Set(['number', 'money', 'percent', 'bytes']);

/** Text is a number only where its property holds numbers: an order number stays as it is. */
function numberIn(value: unknown, kind: ValueKind): number | undefined {
  if (typeof value === 'number') return value;
  const number = NUMBERS.has(kind) && typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function writeNumber(value: number, { kind, currency, format }: Omit<Writing, 'sayFlag'>): string {
  if (kind === 'bytes') return format.bytes(value);
  if (kind === 'percent') return format.percent(value);
  return kind === 'money' && currency ? format.money(value, currency) : format.number(value);
}

/** How a row of a document tells its discount. */
function readDiscount(value: unknown): { type: string; value: number } | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('value' in value)) return undefined;
  const number = Number(value.value);
  return (value.type === 'percent' || value.type === 'absolute') && Number.isFinite(number)
    ? { type: value.type, value: number }
    : undefined;
}
