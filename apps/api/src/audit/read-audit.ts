import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sql } from '../database/sql.js';
import { Where } from '../database/where.js';

export const AuditQuery = z.strictObject({
  about: z.enum(['automation', 'recipe', 'connection', 'backfill']).optional().describe('What was changed'),
  subject: z.string().max(300).optional().describe('Exactly this subject'),
  action: z.string().max(100).optional().describe('Exactly this action'),
  from: z.iso.datetime({ offset: true }).optional().describe('Done at or after'),
  to: z.iso.datetime({ offset: true }).optional().describe('Done before'),
  before: z.uuid().optional().describe('Entries older than this one: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditPage = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        action: z.string().describe('e.g. `automation.switched_on`'),
        subject: z.string().describe('e.g. `recipe import-from-crm, template 8Hk…`'),
        before: z.unknown().describe('Any JSON; null: there was nothing'),
        after: z.unknown().describe('Any JSON; null: there is nothing any more'),
      }),
    ),
    next: z.uuid().nullable().describe('Give it as `before` to read on; null at the end'),
  })
  .meta({ id: 'AuditPage' });

interface AuditRow {
  id: string;
  at: Date;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
}

/** Reads what people changed, newest first. Ids are UUIDv7, so they sort by age. */
@Injectable()
export class ReadAudit {
  constructor(private readonly dataSource: DataSource) {}

  async page(query: AuditQuery): Promise<z.output<typeof AuditPage>> {
    const where = new Where()
      .and('starts_with(action, ?)', query.about === undefined ? undefined : `${query.about}.`)
      .and('subject = ?', query.subject)
      .and('action = ?', query.action)
      .and('at >= ?', query.from)
      .and('at < ?', query.to)
      .and('id < ?', query.before);
    const found = await sql<AuditRow>(
      this.dataSource.manager,
      `select id, at, action, subject, before, after from audit ${where.text}
       order by id desc limit ${where.parameter(query.limit + 1)}`,
      where.parameters,
    );
    const items = found.slice(0, query.limit);
    return {
      items: items.map((row) => ({ ...row, at: row.at.toISOString() })),
      next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null,
    };
  }
}
