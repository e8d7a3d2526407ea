import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Refuses } from '../http/describe.js';
import { AuditPage, AuditQuery, ReadAudit } from './read-audit.js';

@ApiTags('Audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: ReadAudit) {}

  @Get()
  @ApiOperation({
    summary: 'What people changed in Tandem itself, newest first',
    description:
      'Connections, recipes and automations, each with what was before and after. Never holds credentials. There is no sign-in, so it does not know who.',
  })
  @Answers(AuditPage, 'One page')
  @Refuses({})
  list(@Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.audit.page(query);
  }
}
