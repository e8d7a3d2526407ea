import { Injectable } from '@nestjs/common';
import type { Json } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sqlOne } from '../database/sql.js';
import type { Writes } from '../database/writes.js';

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

/** A part of fenced writes. */
export function rememberIn(writes: Writes, { connectionId, action, key }: MemoryKey, value: Json): void {
  writes.add(
    'remembered',
    `insert into memory (connection_id, action, key, value) select $1::uuid, $2::text, $3::text, $4::jsonb from fence
     on conflict (connection_id, action, key) do update set value = excluded.value, updated_at = now()`,
    [connectionId, action, key, jsonb(value)],
  );
}
