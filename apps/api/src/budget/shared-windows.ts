import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { jsonb } from '../database/jsonb.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { CallWindow, emptyWindow } from './call-window.js';
import { CallWindows, type Drawn, type KnownWindow, type WindowKey } from './call-windows.js';
import { drawCalls, type Ask } from './draw-calls.js';

interface Row {
  state: unknown;
  now: number;
}

const NOW = `(extract(epoch from clock_timestamp()) * 1000)::float8 as now`;

/** For several processes: a row per window, locked for the time of one decision, and the clock of the database. */
@Injectable()
export class SharedWindows extends CallWindows {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  draw(key: WindowKey, ask: Ask): Promise<Drawn> {
    return this.dataSource.transaction(async (tx) => {
      const { state, now } = (await lock(tx, key)) ?? (await begin(tx, key));
      const window = windowFrom(state, key);
      const grant = drawCalls(window, now, ask);
      await tx.query(`update call_window set state = $3 where connection_id = $1 and operations = $2`, [
        key.connectionId,
        key.group,
        jsonb(window),
      ]);
      return { ...grant, window, now };
    });
  }

  async known(connectionId?: string): Promise<KnownWindow[]> {
    const rows = await sql<Row & { connection_id: string; operations: string }>(
      this.dataSource.manager,
      `select connection_id, operations, state, ${NOW} from call_window where $1::uuid is null or connection_id = $1`,
      [connectionId ?? null],
    );
    return rows.flatMap(({ connection_id, operations, state, now }) => {
      const { data: window } = CallWindow.safeParse(state);
      return window ? [{ connectionId: connection_id, group: operations, window, now }] : [];
    });
  }
}

const lock = (tx: Tx, { connectionId, group }: WindowKey): Promise<Row | undefined> =>
  sqlOne<Row>(tx, `select state, ${NOW} from call_window where connection_id = $1 and operations = $2 for update`, [
    connectionId,
    group,
  ]);

/** A connection that was removed meanwhile has no row; whoever still calls it is on its own. */
async function begin(tx: Tx, key: WindowKey): Promise<Row> {
  await tx.query(
    `insert into call_window (connection_id, operations, state)
     select id, $2, $3 from connection where id = $1 on conflict do nothing`,
    [key.connectionId, key.group, jsonb(emptyWindow(key.limit))],
  );
  return (await lock(tx, key)) ?? { state: null, now: Date.now() };
}

/** What another version of Tandem wrote differently is begun anew. */
function windowFrom(state: unknown, { limit }: WindowKey): CallWindow {
  const parsed = CallWindow.safeParse(state);
  return parsed.success ? parsed.data : emptyWindow(limit);
}
