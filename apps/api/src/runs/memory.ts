import { Injectable } from '@nestjs/common';
import type { Json } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { sqlOne } from '../database/sql.js';
import type { WritePart, Writes } from '../database/writes.js';

export interface MemoryKey {
  connectionId: string;
  action: string;
  key: string;
}

/** What actions remember from one plan to the next. Written in the same commit as the plan or its result. */
@Injectable()
export class Memory {
  constructor(private readonly dataSource: DataSource) {}

  async recall({ connectionId, action, key }: MemoryKey): Promise<Json | undefined> {
    const row = await sqlOne<{ value: Json }>(
      this.dataSource.manager,
      `select value from memory where connection_id = $1 and action = $2 and key = $3`,
      [connectionId, action, key],
    );
    return row?.value;
  }
}

const REMEMBERED: WritePart<{ connection_id: string; action: string; key: string; value: Json }> = {
  name: 'remembered',
  columns: { connection_id: 'uuid', action: 'text', key: 'text', value: 'jsonb' },
  statements: {
    kept: `insert into memory (connection_id, action, key, value)
      select connection_id, action, key, coalesce(value, 'null') from remembered order by connection_id, action, key
      on conflict (connection_id, action, key) do update set value = excluded.value, updated_at = now()`,
  },
};

/** A part of fenced writes. */
export function rememberIn(writes: Writes, { connectionId, action, key }: MemoryKey, value: Json): void {
  writes.add(REMEMBERED, [{ connection_id: connectionId, action, key, value }]);
}
