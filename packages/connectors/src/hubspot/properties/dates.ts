const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const MS_PER_DAY = 24 * 60 * 60 * 1000;

/**
 * The calendar day that a text names, as YYYY-MM-DD. Of a date with a time the day is taken as it is written: a date
 * chosen in a document is a day, not a moment. Also takes epoch milliseconds at midnight UTC. Otherwise null.
 */
export function toPlainDate(text: string): string | null {
  const trimmed = text.trim();
  if (/^-?\d{9,14}$/.test(trimmed)) {
    const ms = Number(trimmed);
    return ms % MS_PER_DAY === 0 ? new Date(ms).toISOString().slice(0, 10) : null;
  }
  const day = DATE_TIME.exec(trimmed)?.[1] ?? trimmed;
  return isCalendarDay(day) ? day : null;
}

/** The moment that a text names, as ISO 8601 in UTC; a bare day is its midnight in UTC. Null without a zone. */
export function toInstant(text: string): string | null {
  const trimmed = text.trim();
  if (/^-?\d{9,14}$/.test(trimmed)) return new Date(Number(trimmed)).toISOString();
  if (isCalendarDay(trimmed)) return `${trimmed}T00:00:00.000Z`;
  const parts = DATE_TIME.exec(trimmed);
  if (parts?.[1] === undefined || parts[5] === undefined || !isCalendarDay(parts[1])) return null;
  const zone = parts[5].replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const ms = Date.parse(trimmed.replace(' ', 'T').slice(0, -parts[5].length) + zone.toUpperCase());
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

function isCalendarDay(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A moment as a day in the time zone; midnight UTC, which is how days are stored as moments, stays its own day. */
export function dayOfInstant(text: string, timeZone: string | undefined): string {
  const instant = toInstant(text);
  if (instant === null) return text;
  if (instant.endsWith('T00:00:00.000Z') || timeZone === undefined) return instant.slice(0, 10);
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}
