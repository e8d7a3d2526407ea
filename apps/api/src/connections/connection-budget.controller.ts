import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallWindows } from '../budget/call-windows.js';
import { Clock } from '../clock/clock.js';
import { Answers, Refuses } from '../http/describe.js';
import { Id } from '../http/path-params.js';
import { BudgetView, budgetView } from './budget-view.js';
import { Connections } from './connections.js';

@ApiTags('Connections')
@Controller('api/connections')
export class ConnectionBudgetController {
  constructor(
    private readonly connections: Connections,
    private readonly windows: CallWindows,
    private readonly clock: Clock,
  ) {}

  @Get(':id/budget')
  @ApiOperation({
    summary: 'The calls that the account may make, and how many of them are used',
    description: 'Over all processes, as of now. Empty until the account is first called.',
  })
  @Answers(BudgetView, 'The windows in which the remote counts')
  @Refuses({ 404: 'There is no such connection' })
  async budget(@Param('id', { schema: Id }) id: string): Promise<BudgetView> {
    const connection = await this.connections.get(id);
    return budgetView(await this.windows.known(connection.id), this.clock.now());
  }
}
