import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { backlogGauges } from './backlog-gauges.js';
import { Meters } from './meters.js';
import { readBacklog } from './read-backlog.js';

@ApiTags('Health')
@Controller('api/metrics')
export class MetricsController {
  private readonly setBacklog: ReturnType<typeof backlogGauges>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly meters: Meters,
  ) {
    collectDefaultMetrics({ register: meters.registry });
    this.setBacklog = backlogGauges(meters.registry);
  }

  /** What is open is counted in the database at each call, by index; the rest is what this process has counted. */
  @Get()
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  @ApiOperation({
    summary: 'Numbers for Prometheus',
    description:
      'Lanes, events and runs that are open, over all processes; what this process has done; and how it feels. ' +
      'Holds no ids, names or addresses.',
  })
  @ApiProduces('text/plain')
  @ApiResponse({ status: 200, description: 'Prometheus text format' })
  async metrics(): Promise<string> {
    this.setBacklog(await readBacklog(this.dataSource.manager));
    return this.meters.registry.metrics();
  }
}
