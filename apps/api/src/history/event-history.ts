import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sql, sqlOne } from '../database/sql.js';
import { Where } from '../database/where.js';
import { notFound } from '../http/problem.js';
import { pageOf, pageQuery, toPage } from './page.js';

export const EventQuery = z.strictObject({
  ...pageQuery,
  deal: z.string().max(100).optional().describe('HubSpot deal id'),
  subject: z.string().max(100).optional().describe('Id of the document or deal that the event is about'),
  status: z.enum(['received', 'matched', 'ignored', 'echo', 'failed']).optional(),
  trigger: z.string().max(100).optional(),
});
export type EventQuery = z.infer<typeof EventQuery>;

const summary = {
  id: z.uuid(),
  connector: z.string(),
  trigger: z.string(),
  subject: z.object({ type: z.enum(['document', 'deal']), id: z.string(), label: z.string().nullable() }),
  deal_id: z.string().nullable(),
  template_id: z.string().nullable(),
  occurred_at: z.iso.datetime().describe('By the clock of the remote'),
  received_at: z.iso.datetime(),
  status: z
    .enum(['received', 'matched', 'ignored', 'echo', 'failed'])
    .describe('matched: it started runs. ignored: nothing wanted it. echo: it only reports our own write'),
  reason: z.string().nullable(),
};
export const EventSummary = z.object(summary).meta({ id: 'EventSummary' });
export type EventSummary = z.infer<typeof EventSummary>;
export const EventDetail = z
  .object({
    ...summary,
    data: z.record(z.string(), z.json()).describe('What recipes see as `trigger`'),
    run_ids: z.array(z.uuid()).describe('The runs that it started, oldest first'),
  })
  .meta({ id: 'Event' });
export const EventPage = pageOf(EventSummary).meta({ id: 'EventPage' });

interface SummaryRow extends Omit<EventSummary, 'subject' | 'occurred_at' | 'received_at'> {
  seq: string;
  subject_type: 'document' | 'deal';
  subject_id: string;
  subject_label: string | null;
  occurred_at: Date;
  received_at: Date;
}

/** Reads the inbox. */
@Injectable()
export class EventHistory {
  constructor(private readonly dataSource: DataSource) {}

  async list(query: EventQuery): Promise<z.infer<typeof EventPage>> {
    const filter = new Where()
      .and('deal_id = ?', query.deal)
      .and('subject_id = ?', query.subject)
      .and('status = ?', query.status)
      .and('trigger = ?', query.trigger)
      .and('seq < ?', query.before);
    const rows = await sql<SummaryRow>(
      this.dataSource.manager,
      `select * from event ${filter.text} order by seq desc limit ${filter.parameter(query.limit + 1)}`,
      filter.parameters,
    );
    return toPage(rows, query.limit, toSummary, (row) => row.seq);
  }

  /** Throws a 404 when there is no such event. */
  async one(id: string): Promise<z.infer<typeof EventDetail>> {
    const row = await sqlOne<SummaryRow & { data: z.infer<typeof EventDetail>['data']; run_ids: string[] }>(
      this.dataSource.manager,
      `select event.*, array(select run.id from run where run.event_id = event.id order by run.id) as run_ids
       from event where id = $1`,
      [id],
    );
    if (!row) throw notFound(said`event ${id}`);
    return { ...toSummary(row), data: row.data, run_ids: row.run_ids };
  }
}

const toSummary = (row: SummaryRow): EventSummary => ({
  id: row.id,
  connector: row.connector,
  trigger: row.trigger,
  subject: { type: row.subject_type, id: row.subject_id, label: row.subject_label },
  deal_id: row.deal_id,
  template_id: row.template_id,
  occurred_at: row.occurred_at.toISOString(),
  received_at: row.received_at.toISOString(),
  status: row.status,
  reason: row.reason,
});
