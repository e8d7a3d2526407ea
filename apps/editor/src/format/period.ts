/** Periods that go along with the clock. */
export const SPANS = ['hour', 'today', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];

/**
 * A stretch of time, open where a bound is left out. A bound is a day (YYYY-MM-DD, by the clock of whoever looks; the
 * last one is included) or a minute (YYYY-MM-DDThh:mmZ, the same moment for everybody; `to` ends there).
 */
export interface Period {
  /** Until now; bounds are not looked at then. */
  last?: Span;
  from?: string;
  to?: string;
}

/** Takes a period out of what else stands beside it. */
export const NO_PERIOD = { last: undefined, from: undefined, to: undefined };

/** Nothing is left out because of when it was. */
export const isOpen = ({ last, from, to }: Period): boolean =>
  last === undefined && from === undefined && to === undefined;

/** The period in an address; what makes no sense is left out. */
export function readPeriod(search: Record<string, unknown>): Period {
  const last = SPANS.find((span) => span === search.last);
  if (last) return { last };
  const period: Period = {};
  for (const key of ['from', 'to'] as const) {
    const value = search[key];
    if (typeof value === 'string' && isBound(value)) period[key] = value;
  }
  return period;
}

export const isDay = (bound: string): boolean => bound.length === 10;
const isBound = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\dZ)?$/.test(text) && !Number.isNaN(Date.parse(isDay(text) ? `${text}T00:00` : text));

/** As the API takes it, two instants; a day as `to` is the start of the day after. */
export function toInstants(period: Unsure<Period>, now: Date = new Date()): { from?: string; to?: string } {
  if (period.last !== undefined) return { from: startOf(period.last, now).toISOString() };
  const { from, to } = period;
  return {
    ...(from === undefined ? {} : { from: instantOf(from, 0) }),
    ...(to === undefined ? {} : { to: instantOf(to, 1) }),
  };
}

type Unsure<Shape> = { [Key in keyof Shape]: Shape[Key] | undefined };

function instantOf(bound: string, daysLater: number): string {
  const date = new Date(isDay(bound) ? `${bound}T00:00` : bound);
  if (isDay(bound)) date.setDate(date.getDate() + daysLater);
  return date.toISOString();
}

const DAYS_BEFORE: Record<Exclude<Span, 'hour'>, number> = { today: 0, week: 6, month: 29 };

/** An hour is counted from the minute; everything longer begins with a day. */
function startOf(span: Span, now: Date): Date {
  const start = new Date(now);
  if (span === 'hour') {
    start.setSeconds(0, 0);
    start.setHours(start.getHours() - 1);
    return start;
  }
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - DAYS_BEFORE[span]);
  return start;
}

/** A bound as fields for a day and a time show it; no time means the whole day. */
export interface BoundFields {
  day: string;
  time: string;
}

export function toFields(bound: string | undefined): BoundFields {
  if (bound === undefined) return { day: '', time: '' };
  if (isDay(bound)) return { day: bound, time: '' };
  const date = new Date(bound);
  return {
    day: [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-'),
    time: [date.getHours(), date.getMinutes()].map(twoDigits).join(':'),
  };
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** A time without a day is one of today. */
export function fromFields({ day, time }: BoundFields, now: Date = new Date()): string | undefined {
  if (time === '') return day === '' ? undefined : day;
  const date = new Date(`${day === '' ? toFields(now.toISOString()).day : day}T${time}`);
  return `${date.toISOString().slice(0, 16)}Z`;
}

/** Nothing can be in it. */
export function endsBeforeItBegins(period: Period): boolean {
  const { from, to } = toInstants(period);
  return from !== undefined && to !== undefined && to <= from;
}
