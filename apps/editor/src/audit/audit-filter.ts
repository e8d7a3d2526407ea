export const ABOUT = ['automation', 'recipe', 'connection', 'backfill'] as const;

/** Which entries are shown; all of it stands in the address. */
export interface AuditFilter {
  about?: (typeof ABOUT)[number];
  /** First and last day, as YYYY-MM-DD by the clock of whoever looks. */
  from?: string;
  to?: string;
}

/** Reads the filter from an address; what makes no sense is left out. */
export function readAuditFilter(search: Record<string, unknown>): AuditFilter {
  const filter: AuditFilter = {};
  const about = ABOUT.find((known) => known === search.about);
  if (about) filter.about = about;
  for (const key of ['from', 'to'] as const) {
    const value = search[key];
    if (typeof value === 'string' && isDay(value)) filter[key] = value;
  }
  return filter;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00`));

/** As the API takes it: instants instead of days, `to` being the start of the day after. */
export const toAuditQuery = ({ about, from, to }: AuditFilter) => ({
  ...(about === undefined ? {} : { about }),
  ...(from === undefined ? {} : { from: startOf(from, 0) }),
  ...(to === undefined ? {} : { to: startOf(to, 1) }),
});

function startOf(day: string, daysLater: number): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + daysLater);
  return date.toISOString();
}
