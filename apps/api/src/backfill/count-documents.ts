import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Connections } from '../connections/connections.js';
import { jsonb } from '../database/jsonb.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import type { BackfillRow } from './backfill-row.js';
import { searchesOf, type Cursor } from './selection.js';

const FROM_THE_START: Cursor = { search: 0, page: 1 };

/** Lists the documents of a selection, page by page, and writes them down with the cursor. */
@Injectable()
export class CountDocuments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: Connections,
    private readonly lanes: Lanes,
  ) {}

  /** Reads one page. Throws what the remote throws, and LeaseLost. */
  async countPage(lease: Lease, { id, selection, cursor }: BackfillRow): Promise<void> {
    const at = cursor ?? FROM_THE_START;
    const searches = searchesOf(selection);
    const search = searches[at.search];
    if (!search) return this.finish(lease, id);
    const { documents, more } = await this.listed(async ({ connector, gateway }) => {
      if (!connector.documentsWhere) throw new Error(`${connector.title} lists no documents`);
      return connector.documentsWhere(gateway, search, at.page);
    });
    const next = more ? { ...at, page: at.page + 1 } : { search: at.search + 1, page: 1 };
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(
        `insert into backfill_document (backfill_id, document_id, name)
         select $1, d.id, d.name from jsonb_to_recordset($2::jsonb) as d (id text, name text)
         on conflict do nothing`,
        [id, jsonb(documents)],
      );
      await tx.query(`update backfill set cursor = $2, reason = null where id = $1`, [id, jsonb(next)]);
    });
    if (next.search >= searches.length) await this.finish(lease, id);
  }

  private async listed<T>(work: (opened: Awaited<ReturnType<Connections['openWhere']>>) => Promise<T>): Promise<T> {
    const { connector } = await this.connections.openWhere((candidate) => candidate.documentsWhere !== undefined);
    return this.connections.use(connector.key, work);
  }

  private async finish(lease: Lease, id: string): Promise<void> {
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(`update backfill set status = 'ready', cursor = null where id = $1 and status = 'counting'`, [id]);
    });
  }
}
