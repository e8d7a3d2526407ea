import { readPeriod, toInstants, type Period } from '../format/period.js';

export const ABOUT = ['automation', 'recipe', 'connection', 'backfill'] as const;

/** Which entries are shown; all of it stands in the address. */
export interface AuditFilter extends Period {
  about?: (typeof ABOUT)[number];
}

/** Reads the filter from an address; what makes no sense is left out. */
export function readAuditFilter(search: Record<string, unknown>): AuditFilter {
  const about = ABOUT.find((known) => known === search.about);
  return { ...(about && { about }), ...readPeriod(search) };
}

/** As the API takes it. */
export const toAuditQuery = ({ about, ...period }: AuditFilter) => ({
  ...(about === undefined ? {} : { about }),
  ...toInstants(period),
});
