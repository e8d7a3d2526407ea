import { sql, type Tx } from '../database/sql.js';
import type { WritePart } from '../database/writes.js';

/** A deal or document that something happened to. */
export interface KnownSubject {
  kind: 'deal' | 'document';
  id: string;
  name: string | null;
}

/** Deals and documents with their last known names; a name that is null changes none. */
export const HEARD_OF: WritePart<KnownSubject> = {
  name: 'heard_of',
  columns: { kind: 'text', id: 'text', name: 'text' },
  statements: {
    noted: `
      insert into subject (kind, id, name)
      select distinct on (kind, id) kind, id, name from heard_of
      where not exists (select 1 from subject s where s.kind = heard_of.kind and s.id = heard_of.id
        and (heard_of.name is null or s.name = heard_of.name))
      order by kind, id, name nulls last
      on conflict (kind, id) do update set name = excluded.name, seen_at = now()
      where excluded.name is not null and excluded.name is distinct from subject.name`,
  },
};

/** More than this many hits are not ranked: the words say too little. */
const RANKED = 500;

/** By id, exactly, or by words of the name, each from its beginning. The last heard of first. */
export async function knownSubjects(tx: Tx, text: string, limit: number): Promise<KnownSubject[]> {
  return sql<KnownSubject>(
    tx,
    `select kind, id, name from (
       (select * from subject where id = $1)
       union
       (select * from subject where words @@ to_tsquery('simple', $2) limit ${RANKED})
     ) hit
     order by id = $1 desc, seen_at desc limit $3`,
    [text, prefixQuery(text), limit],
  );
}

/** "Alder & Fin" → "alder:* & fin:*"; what holds no word finds nothing. */
export const prefixQuery = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word.toLowerCase()}:*`).join(' & ');
