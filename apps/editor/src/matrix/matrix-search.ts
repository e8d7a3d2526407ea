import type { RowFilter } from './matrix.js';

const SHOWN = ['on', 'off', 'not_ready'] as const;

/** What the address says of the filter; anything else is left out. */
export function matrixSearch({ search, folder, show }: Record<string, unknown>): RowFilter {
  const shown = SHOWN.find((one) => one === show);
  return {
    ...(typeof search === 'string' || typeof search === 'number' ? { search: String(search) } : {}),
    ...(typeof folder === 'string' ? { folder } : {}),
    ...(shown ? { show: shown } : {}),
  };
}
