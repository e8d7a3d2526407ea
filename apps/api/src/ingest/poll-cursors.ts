import { Injectable } from '@nestjs/common';
import type { Json } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sqlOne, type Tx } from '../database/sql.js';

/** How far each source of a connection was read. */
@Injectable()
export class PollCursors {
  constructor(private readonly dataSource: DataSource) {}

  /** Null before the first look. */
  async read(connectionId: string, source: string): Promise<Json> {
    const row = await sqlOne<{ cursor: Json }>(
      this.dataSource.manager,
      `select cursor from poll_cursor where connection_id = $1 and trigger = $2`,
      [connectionId, source],
    );
    return row?.cursor ?? null;
  }

  async save(tx: Tx, connectionId: string, source: string, cursor: Json): Promise<void> {
    await tx.query(
      `insert into poll_cursor (connection_id, trigger, cursor) values ($1, $2, $3)
       on conflict (connection_id, trigger) do update set cursor = excluded.cursor, updated_at = now()`,
      [connectionId, source, jsonb(cursor)],
    );
  }

  /** Whether any process has read the source in the last milliseconds. */
  async wasReadWithin(ms: number, connectionId: string, source: string): Promise<boolean> {
    const row = await sqlOne(
      this.dataSource.manager,
      `select 1 from poll_cursor
       where connection_id = $1 and trigger = $2 and updated_at > now() - make_interval(secs => $3)`,
      [connectionId, source, ms / 1000],
    );
    return row !== undefined;
  }
}
