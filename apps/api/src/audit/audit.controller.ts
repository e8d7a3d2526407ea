import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, LessThan } from 'typeorm';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { AuditEntry } from './audit-entry.entity.js';

const AuditQuery = z.strictObject({
  subject: z.string().max(300).optional().describe('Exactly this subject'),
  action: z.string().max(100).optional().describe('Exactly this action'),
  before: z.uuid().optional().describe('Entries older than this one: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const AuditPage = z
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

@ApiTags('Audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({
    summary: 'What people changed in Tandem itself, newest first',
    description: 'Connections, recipes and automations, each with what was before and after. Never holds credentials.',
  })
  @Answers(AuditPage, 'One page')
  @Refuses({})
  async list(@Query({ schema: AuditQuery }) query: z.output<typeof AuditQuery>): Promise<z.output<typeof AuditPage>> {
    const found = await this.dataSource.getRepository(AuditEntry).find({
      where: {
        ...(query.subject === undefined ? {} : { subject: query.subject }),
        ...(query.action === undefined ? {} : { action: query.action }),
        ...(query.before === undefined ? {} : { id: LessThan(query.before) }),
      },
      order: { id: 'DESC' },
      take: query.limit + 1,
    });
    const items = found.slice(0, query.limit);
    return {
      items: items.map(({ id, at, action, subject, before, after }) => ({
        id,
        at: at.toISOString(),
        action,
        subject,
        before,
        after,
      })),
      next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null,
    };
  }
}
