import { sql, type Tx } from '../database/sql.js';

const AT_A_TIME = 2_000;

/**
 * Forgets the names of deals and documents that no run tells of any more: they hold what people wrote, and are kept no
 * longer than the ledger. One that was first named, or named anew, at or after `before` stays: its run may be on its way.
 * Goes through the table by its key, a few rows a commit. Answers how many were forgotten.
 */
export async function forgetSubjects(tx: Tx, before: Date): Promise<number> {
  let forgotten = 0;
  let place: Place | undefined = { kind: '', id: '' };
  while (place) {
    const [row]: Step[] = await sql<Step>(tx, FORGET, [place.kind, place.id, before, AT_A_TIME]);
    forgotten += row?.forgotten ?? 0;
    place = row?.last ?? undefined;
  }
  return forgotten;
}

interface Place {
  kind: string;
  id: string;
}

interface Step {
  forgotten: number;
  last: Place | null;
}

const FORGET = `
  with looked_at as (
    select kind, id, seen_at from subject where (kind, id) > ($1, $2) order by kind, id limit $4),
  forgotten as (
    delete from subject s using looked_at l
    where s.kind = l.kind and s.id = l.id and l.seen_at < $3
      and not exists (select 1 from run where s.kind = 'deal' and run.deal_id = s.id)
      and not exists (select 1 from run where s.kind = 'document' and run.document_id = s.id)
    returning 1)
  select (select count(*)::int from forgotten) as forgotten,
    (select jsonb_build_object('kind', kind, 'id', id) from looked_at order by kind desc, id desc limit 1) as last`;
