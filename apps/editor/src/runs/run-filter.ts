import type { RunSummary } from '../api/generated/types.gen.js';
import { readPeriod, toInstants, type Period } from '../format/period.js';

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
export interface RunFilter extends Period {
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
}

const TEXTS = ['recipe', 'template', 'deal', 'document', 'text'] as const;

/** Reads the filter from an address; what is no filter, or makes no sense, is left out. */
export function readRunFilter(search: Record<string, unknown>): RunFilter {
  const filter: RunFilter = readPeriod(search);
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
  return filter;
}

/** As the API takes it. */
export const toRunQuery = ({ last, from, to, ...same }: RunFilter): Omit<RunFilter, 'last'> => ({
  ...same,
  ...toInstants({ last, from, to }),
});

export const isFiltered = (filter: RunFilter): boolean => Object.keys(filter).length > 0;
