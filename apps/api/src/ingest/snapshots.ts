import { Injectable } from '@nestjs/common';
import type { Snapshot } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sql, type Tx } from '../database/sql.js';

/** What a polled trigger saw when it last looked at a subject. */
@Injectable()
export class Snapshots {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of these subjects, and of those that had one of these parts. */
  async recall(
    connectionId: string,
    trigger: string,
    subjects: readonly string[],
    parts: readonly string[] = [],
  ): Promise<Snapshot[]> {
    if (subjects.length + parts.length === 0) return [];
    return sql<Snapshot>(
      this.dataSource.manager,
      `select subject_id as subject, parts, value from snapshot
       where connection_id = $1 and trigger = $2 and (subject_id = any($3::text[]) or parts && $4::text[])`,
      [connectionId, trigger, subjects, parts],
    );
  }

  async keep(tx: Tx, connectionId: string, trigger: string, snapshots: readonly Snapshot[]): Promise<void> {
    if (snapshots.length === 0) return;
    await tx.query(
      `insert into snapshot (connection_id, trigger, subject_id, parts, value)
       select $1, $2, s.subject, s.parts, s.value
       from jsonb_to_recordset($3::jsonb) as s (subject text, parts text[], value jsonb)
       on conflict (connection_id, trigger, subject_id)
         do update set parts = excluded.parts, value = excluded.value, updated_at = now()`,
      [connectionId, trigger, jsonb(snapshots)],
    );
  }
}
