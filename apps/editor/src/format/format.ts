/** Dates, numbers and money as people write them. One per locale. */
export interface Format {
  /** Date and time to the second, for titles. */
  exact(instant: string | Date): string;
  /** The day and the time, without what goes without saying: the year only when it is not this one. */
  instant(instant: string | Date): string;
  time(instant: string | Date): string;
  day(instant: string | Date): string;
  /** “2 minutes ago”, “in 5 minutes”. */
  ago(instant: string | Date): string;
  /** Such as 42 ms, 1.4 s, 3 min 20 s, 2 h 5 min. */
  duration(ms: number): string;
  number(value: number): string;
  /** Such as 2.1 kB; a thousand of one are one of the next. */
  bytes(count: number): string;
  /** 10 is ten percent. */
  percent(value: number): string;
  /** Nothing is rounded away: prices of one unit may be finer than the currency's coins. */
  money(value: number, currency: string): string;
  list(parts: readonly string[]): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param now only moved in tests */
export function makeFormat(locale: string, now: () => Date = () => new Date()): Format {
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const thisYear = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const otherYear = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 6 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // The symbols of the units are the same in every language; the space before them does not break.
  const unit = (value: number, symbol: string): string => `${tenths.format(value)}\u00a0${symbol}`;

  return {
    exact: (instant) => exact.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    day: (instant) => day.format(new Date(instant)),
    instant(instant) {
      const date = new Date(instant);
      return (date.getFullYear() === now().getFullYear() ? thisYear : otherYear).format(date);
    },
    ago(instant) {
      const ms = new Date(instant).getTime() - now().getTime();
      const size = Math.abs(ms);
      if (size < 10_000) return relative.format(0, 'second');
      if (size < MINUTE - 500) return relative.format(Math.round(ms / 1000), 'second');
      if (size < HOUR - MINUTE / 2) return relative.format(Math.round(ms / MINUTE), 'minute');
      if (size < DAY - HOUR / 2) return relative.format(Math.round(ms / HOUR), 'hour');
      return relative.format(Math.round(ms / DAY), 'day');
    },
    duration(ms) {
      if (ms < 1000) return unit(Math.max(0, Math.round(ms)), 'ms');
      if (ms < 10_000) return unit(ms / 1000, 's');
      const whole = Math.round(ms / 1000) * 1000;
      const [hours, minutes, seconds] = [
        Math.floor(whole / HOUR),
        Math.floor((whole % HOUR) / MINUTE),
        (whole % MINUTE) / 1000,
      ];
      const parts: [number, string][] = [
        [hours, 'h'],
        [minutes, 'min'],
        [hours > 0 ? 0 : seconds, 's'],
      ];
      return parts.flatMap(([count, name]) => (count > 0 ? [unit(count, name)] : [])).join(' ');
    },
    number: (value) => number.format(value),
    bytes(count) {
      const [value, unit] =
        count < 1e3 ? [count, 'byte'] : count < 1e6 ? [count / 1e3, 'kilobyte'] : [count / 1e6, 'megabyte'];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
    },
    percent: (value) => percent.format(value / 100),
    money: (value, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 6 }).format(value),
    list: (parts) => list.format(parts),
  };
}
