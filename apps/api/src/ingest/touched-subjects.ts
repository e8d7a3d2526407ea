import { Injectable } from '@nestjs/common';
import type { Touched } from '@tandem/connectors';
import { jsonb } from '../database/jsonb.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';

export interface TouchedRow extends Touched {
  /** As text, to the microsecond: a later touch of the same subject is another one. */
  touched_at: string;
}

/** What nudges named and a polled trigger has still to look at. One row per subject, however often it is named. */
@Injectable()
export class TouchedSubjects {
  /** Takes its rows in the same order always, so that two commits cannot deadlock. */
  async add(tx: Tx, connectionId: string, triggers: readonly string[], touched: readonly Touched[]): Promise<void> {
    await tx.query(
      `insert into touched (connection_id, trigger, type, subject_id)
       select $1, t, s.type, s.id
       from unnest($2::text[]) as t,
         (select distinct type, id from jsonb_to_recordset($3::jsonb) as e (type text, id text)) s
       order by t, s.type, s.id
       on conflict (connection_id, trigger, type, subject_id) do update set touched_at = clock_timestamp()`,
      [connectionId, triggers, jsonb(touched)],
    );
  }

  /** The longest waiting. */
  first(tx: Tx, connectionId: string, trigger: string, limit: number): Promise<TouchedRow[]> {
    return sql<TouchedRow>(
      tx,
      `select type, subject_id as id, touched_at::text from touched
       where connection_id = $1 and trigger = $2 order by touched_at limit $3`,
      [connectionId, trigger, limit],
    );
  }

  /** Those that were looked at; what was touched again meanwhile stays. */
  async forget(tx: Tx, connectionId: string, trigger: string, seen: readonly TouchedRow[]): Promise<void> {
    if (seen.length === 0) return;
    await tx.query(
      `delete from touched t
       using jsonb_to_recordset($3::jsonb) as s (type text, id text, touched_at timestamptz)
       where t.connection_id = $1 and t.trigger = $2
         and t.type = s.type and t.subject_id = s.id and t.touched_at <= s.touched_at`,
      [connectionId, trigger, jsonb(seen)],
    );
  }

  async areThere(tx: Tx, connectionId: string, trigger: string): Promise<boolean> {
    const row = await sqlOne(tx, `select 1 from touched where connection_id = $1 and trigger = $2 limit 1`, [
      connectionId,
      trigger,
    ]);
    return row !== undefined;
  }
}
