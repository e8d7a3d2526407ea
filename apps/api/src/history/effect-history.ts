import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sql } from '../database/sql.js';
import { Where } from '../database/where.js';
import { pageOf, pageQuery, toPage } from './page.js';

export const EffectQuery = z.strictObject({
  ...pageQuery,
  deal: z.string().max(100).optional().describe('HubSpot deal id'),
  document: z.string().max(100).optional().describe('PandaDoc document id'),
  run: z.uuid().optional(),
  status: z.enum(['planned', 'applied', 'undone']).optional(),
});
export type EffectQuery = z.infer<typeof EffectQuery>;

/** One change: a property, or the creation or deletion of a whole thing (`property` null). */
export const EffectView = z
  .object({
    id: z.uuid(),
    run_id: z.uuid(),
    path: z.string().describe('The step of the run'),
    recipe_key: z.string(),
    target: z.object({
      connector: z.string(),
      type: z.string(),
      id: z.string().nullable(),
      label: z.string().nullable(),
      currency: z.string().nullable().describe('Of its amounts, where it is known, e.g. EUR'),
    }),
    operation: z.enum(['create', 'update', 'delete']),
    property: z.string().nullable(),
    before: z.json(),
    after: z.json(),
    deal_id: z.string().nullable(),
    document_id: z.string().nullable(),
    status: z.enum(['planned', 'applied', 'undone']),
    planned_at: z.iso.datetime(),
    applied_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Effect' });
export type EffectView = z.infer<typeof EffectView>;
export const EffectPage = pageOf(EffectView).meta({ id: 'EffectPage' });

interface EffectRow extends Omit<EffectView, 'target' | 'planned_at' | 'applied_at'> {
  seq: string;
  connector: string;
  target_type: string;
  target_id: string | null;
  target_label: string | null;
  currency: string | null;
  planned_at: Date;
  applied_at: Date | null;
}

/** Reads the ledger. */
@Injectable()
export class EffectHistory {
  constructor(private readonly dataSource: DataSource) {}

  async list(query: EffectQuery): Promise<z.infer<typeof EffectPage>> {
    const filter = new Where()
      .and('e.deal_id = ?', query.deal)
      .and('e.document_id = ?', query.document)
      .and('e.run_id = ?', query.run)
      .and('e.status = ?', query.status)
      .and('e.seq < ?', query.before);
    const rows = await sql<EffectRow>(
      this.dataSource.manager,
      `select e.*, recipe.key as recipe_key from effect e
       join run on run.id = e.run_id join recipe on recipe.id = run.recipe_id
       ${filter.text} order by e.seq desc limit ${filter.parameter(query.limit + 1)}`,
      filter.parameters,
    );
    return toPage(rows, query.limit, toView, (row) => row.seq);
  }

  /** All effects of a run, in the order in which they were planned. */
  async ofRun(runId: string): Promise<EffectView[]> {
    const rows = await sql<EffectRow>(
      this.dataSource.manager,
      `select e.*, recipe.key as recipe_key from effect e
       join run on run.id = e.run_id join recipe on recipe.id = run.recipe_id where e.run_id = $1 order by e.seq`,
      [runId],
    );
    return rows.map(toView);
  }
}

const toView = (row: EffectRow): EffectView => ({
  id: row.id,
  run_id: row.run_id,
  path: row.path,
  recipe_key: row.recipe_key,
  target: {
    connector: row.connector,
    type: row.target_type,
    id: row.target_id,
    label: row.target_label,
    currency: row.currency,
  },
  operation: row.operation,
  property: row.property,
  before: row.before,
  after: row.after,
  deal_id: row.deal_id,
  document_id: row.document_id,
  status: row.status,
  planned_at: row.planned_at.toISOString(),
  applied_at: row.applied_at?.toISOString() ?? null,
});
