import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { isMigrated } from '../database/migrate.js';

const DATABASE_ANSWERS_WITHIN_MS = 2_000;

@ApiTags('Health')
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly dataSource: DataSource,
  ) {}

  /** Answers as long as the process can answer at all; a restart is the remedy when it does not. */
  @Get('live')
  @ApiOperation({
    summary: 'Whether the process answers at all',
    description: 'A restart is the remedy when it does not.',
  })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when the database answers and its schema is that of this version, else 503 with what is missing. */
  @Get('ready')
  @ApiOperation({ summary: 'Whether the database answers and has the schema of this version' })
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.database.pingCheck('database', { timeout: DATABASE_ANSWERS_WITHIN_MS }),
      () => this.checkMigrations(),
    ]);
  }

  private async checkMigrations(): Promise<HealthIndicatorResult> {
    const check = this.indicator.check('migrations');
    try {
      if (await isMigrated(this.dataSource)) return check.up();
      return check.down('The schema is older than this version: restart Tandem to bring it up to date');
    } catch {
      return check.down('The schema cannot be read');
    }
  }
}
