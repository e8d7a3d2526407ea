import type { RunSummary } from '../api/generated/types.gen.js';

export const RUN_STATUSES = [
  'queued',
  'running',
  'waiting',
  'succeeded',
  'succeeded_with_differences',
  'failed',
  'cancelled',
  'skipped',
] as const satisfies readonly RunSummary['status'][];
export type RunStatus = RunSummary['status'];

/** Which runs are shown; all of it stands in the address, so that it can be sent to somebody. */
export interface RunFilter {
  status?: RunStatus;
  /** Key of the recipe. */
  recipe?: string;
  template?: string;
  deal?: string;
  document?: string;
  /** Id of a failure group. */
  group?: string;
  /** Part of a name or of what was said. */
  text?: string;
  /** First and last day, as YYYY-MM-DD by the clock of whoever looks. */
  from?: string;
  to?: string;
}

const TEXTS = ['recipe', 'template', 'deal', 'document', 'text'] as const;
const DAYS = ['from', 'to'] as const;

/** Reads the filter from an address; what is no filter, or makes no sense, is left out. */
export function readRunFilter(search: Record<string, unknown>): RunFilter {
  const filter: RunFilter = {};
  const status = RUN_STATUSES.find((known) => known === search.status);
  if (status) filter.status = status;
  for (const key of TEXTS) {
    const value = search[key];
    // The router reads the id of a deal as a number, and writes a text that could be read as one in quotation marks.
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text.trim() !== '' && text.length <= 100) filter[key] = text.trim();
  }
  const { group } = search;
  if (typeof group === 'string' && /^[0-9a-f]{16}$/.test(group)) filter.group = group;
  for (const key of DAYS) {
    const value = search[key];
    if (typeof value === 'string' && isDay(value)) filter[key] = value;
  }
  return filter;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00`));

/** As the API takes it: instants instead of days, `to` being the start of the day after. */
export function toRunQuery({
  from,
  to,
  ...same
}: RunFilter): Omit<RunFilter, 'from' | 'to'> & { from?: string; to?: string } {
  return {
    ...same,
    ...(from === undefined ? {} : { from: startOf(from, 0) }),
    ...(to === undefined ? {} : { to: startOf(to, 1) }),
  };
}

function startOf(day: string, daysLater: number): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + daysLater);
  return date.toISOString();
}

export const isFiltered = (filter: RunFilter): boolean => Object.keys(filter).length > 0;
