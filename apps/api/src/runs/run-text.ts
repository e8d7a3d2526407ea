import { prepared } from '../database/prepared.js';
import { sqlOne, type Tx } from '../database/sql.js';
import type { Where } from '../database/where.js';
import { whereRuns, type RunFilter } from './run-filter.js';

/**
 * How many runs one answer looks through for a text. No index that every PostgreSQL has finds a part of a word: pg_trgm
 * is an extension, and a tsvector knows whole words only and would be written anew with each change of a run. So a text
 * is looked for among so many of the newest runs that fit the other filters, which takes some ten milliseconds, and the
 * next page looks further back. A deal or document whose name is known is found at any age by ledger/search-subjects.ts.
 */
export const LOOKED_THROUGH = 2_500;

export interface Search {
  where: Where;
  /** Id of the last run that is looked at for the text; undefined when all are, or no text was asked for. */
  end: string | undefined;
}

/**
 * The conditions of a filter with its text.
 * @param before only runs older than this one, for the next page
 */
export async function searchRuns(tx: Tx, filter: RunFilter, before?: string): Promise<Search> {
  const { text, ...known } = await withIdsKnown(tx, filter);
  const where = whereRuns(known).and('run.id < ?', before);
  if (text === undefined) return { where, end: undefined };
  const end = await endOfSearch(tx, where);
  return { where: andText(where, text, end), end };
}

/** Prepared: to plan it for all months takes longer than to answer it. */
const KNOWN = prepared(`select exists (select 1 from run where deal_id = $1) as deal,
  exists (select 1 from run where document_id = $1) as document`);

/** A text that is the id of a deal or document is taken for just that: an index answers it, however old. */
async function withIdsKnown(tx: Tx, filter: RunFilter): Promise<RunFilter> {
  const { text, ...others } = filter;
  if (text === undefined) return filter;
  const known = await sqlOne<{ deal: boolean; document: boolean }>(tx, KNOWN, [text]);
  if (known?.deal && others.deal === undefined) return { ...others, deal: text };
  if (known?.document && others.document === undefined) return { ...others, document: text };
  return filter;
}

/** Where the search for a text ends: the id of the last run that is looked at. Undefined: at the oldest. */
async function endOfSearch(tx: Tx, where: Where): Promise<string | undefined> {
  const row = await sqlOne<{ id: string }>(
    tx,
    prepared(`select run.id from run ${where.text} order by run.id desc offset ${LOOKED_THROUGH - 1} limit 1`),
    where.parameters,
  );
  return row?.id;
}

/**
 * Adds the text to the conditions: a part, in any case, of the document's name, of what was said, or of the deal's name
 * as the ledger of the runs that are looked at knows it.
 */
function andText(where: Where, text: string, end: string | undefined): Where {
  const since = end === undefined ? NEWEST : where.parameter(end);
  const dealsSoNamed = `select e.deal_id from effect e
    where e.run_id >= ${since} and e.target_type = 'deal' and e.target_label ilike ?`;
  return where.and('run.id >= ?', end).and(
    `(run.document_name ilike ? or run.reason ilike ? or run.error ->> 'message' ilike ?
        or run.deal_id in (${dealsSoNamed}))`,
    `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
  );
}

/** Where the other filters leave few runs, they may be of any age; the names of deals are then those of the newest. */
const NEWEST = `coalesce(
  (select id from run order by id desc offset ${LOOKED_THROUGH - 1} limit 1), '00000000-0000-0000-0000-000000000000')`;
