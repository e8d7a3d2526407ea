import type { Json } from '../json.js';
import { said } from '../said.js';
import { described, toNumber, toText } from './coerce.js';
import { ExpressionError } from './expression-error.js';

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/;

const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
]);

const MONTHS: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['year', 12],
]);

/** A date as ISO 8601: a day (midnight UTC) or an instant with its zone. Undefined where it is neither. */
export function parseInstant(text: string): Date | undefined {
  if (!INSTANT.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Months and years keep the day where the month has it, else take its last day. Null stays null. */
export function dateAdd(date: Json | undefined, amount: Json | undefined, unit: Json | undefined): Json {
  const start = readDate(date, 'date_add');
  const count = toNumber(amount, 'date_add');
  if (!start || count === null) return null;
  const name = readUnit(unit, 'date_add', [...MILLISECONDS.keys(), ...MONTHS.keys()]);
  const months = MONTHS.get(name);
  const end =
    months === undefined
      ? addMilliseconds(start, count * (MILLISECONDS.get(name) ?? 0))
      : addMonths(start, count * months);
  if (Number.isNaN(end.getTime())) throw new ExpressionError(said`"date_add" leads to a date that is too far away`);
  return end.toISOString();
}

/** Whole units, cut towards zero; negative when the second date is the earlier one. Null stays null. */
export function dateDiff(from: Json | undefined, to: Json | undefined, unit: Json | undefined): Json {
  const [start, end] = [readDate(from, 'date_diff'), readDate(to, 'date_diff')];
  if (!start || !end) return null;
  const size = MILLISECONDS.get(readUnit(unit, 'date_diff', [...MILLISECONDS.keys()])) ?? 1;
  return Math.trunc((end.getTime() - start.getTime()) / size) + 0;
}

/** The parts of the pattern that are replaced: yyyy, yy, MM, M, dd, d, HH, H, mm, ss, SSS; always in UTC. */
export function dateFormat(date: Json | undefined, pattern: Json | undefined): Json {
  const value = readDate(date, 'date_format');
  if (!value) return null;
  const [year, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
  const parts: Record<string, string> = {
    yyyy: pad(year, 4),
    yy: pad(year % 100, 2),
    MM: pad(month, 2),
    M: String(month),
    dd: pad(day, 2),
    d: String(day),
    HH: pad(value.getUTCHours(), 2),
    H: String(value.getUTCHours()),
    mm: pad(value.getUTCMinutes(), 2),
    ss: pad(value.getUTCSeconds(), 2),
    SSS: pad(value.getUTCMilliseconds(), 3),
  };
  return toText(pattern, 'date_format').replace(/yyyy|yy|MM|M|dd|d|HH|H|mm|ss|SSS/g, (part) => parts[part] ?? part);
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

const addMilliseconds = (date: Date, count: number): Date => new Date(date.getTime() + Math.round(count));

function addMonths(date: Date, count: number): Date {
  const end = new Date(date);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + Math.trunc(count));
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return end;
}

function readDate(value: Json | undefined, operator: string): Date | null {
  if (value === null || value === undefined || value === '') return null;
  const date = typeof value === 'string' ? parseInstant(value) : undefined;
  if (date) return date;
  throw new ExpressionError(
    said`"${operator}" needs a date such as 2026-01-31 or 2026-01-31T09:30:00Z, not ${described(value)}`,
  );
}

function readUnit(value: Json | undefined, operator: string, allowed: string[]): string {
  const name = toText(value, operator).replace(/s$/, '');
  if (allowed.includes(name)) return name;
  throw new ExpressionError(
    said`"${operator}" counts in ${allowed.map((unit) => `${unit}s`).join(', ')}, not in ${described(value ?? null)}`,
  );
}
