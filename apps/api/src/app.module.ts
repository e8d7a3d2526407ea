import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { AutomationsModule } from './automations/automations.module.js';
import { BackfillModule } from './backfill/backfill.module.js';
import { DriveBackfillsModule } from './backfill/drive-backfills.module.js';
import { BudgetModule } from './budget/budget.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import type { Clock } from './clock/clock.js';
import { ClockModule } from './clock/clock.module.js';
import type { Config, Role } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { ConnectionsModule } from './connections/connections.module.js';
import { StartConnectionsModule } from './connections/start-connections.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EditorModule } from './editor/editor.module.js';
import { FatesModule } from './fates/fates.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { HistoryModule } from './history/history.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { PollModule } from './ingest/poll.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LiveModule } from './live/live.module.js';
import { MatchingModule } from './matching/matching.module.js';
import { MetersModule } from './metrics/meters.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { QueueModule } from './queue/queue.module.js';
import { SweepModule } from './queue/sweep.module.js';
import { RecipesModule } from './recipes/recipes.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { RunsModule } from './runs/runs.module.js';
import { WorkLanesModule } from './runs/work-lanes.module.js';

/** What every room stands on. */
export interface Ground {
  config: Config;
  clock: Clock;
  databaseUrl: string;
}

const serving = [
  HttpModule,
  HealthModule,
  MetricsModule,
  HistoryModule,
  LiveModule,
  StartConnectionsModule,
  EditorModule,
];
const working = [PollModule, WorkLanesModule, SweepModule, RetentionModule, DriveBackfillsModule];

/** What a process does beside standing there; start-app.ts and start-worker.ts say over which routes it is reached. */
const duties: Record<Role, Type[]> = { all: [...serving, ...working], api: serving, worker: working };

/** All rooms, in the order of the way of the data. */
@Module({
  imports: [
    AuditModule,
    CatalogueModule,
    ConnectionsModule,
    RecipesModule,
    AutomationsModule,
    IngestModule,
    MatchingModule,
    LedgerModule,
    RunsModule,
    BackfillModule,
  ],
})
export class AppModule {
  static on({ config, clock, databaseUrl }: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        DatabaseModule.with(databaseUrl),
        QueueModule.with(config, databaseUrl),
        BudgetModule.with(config),
        FatesModule,
        MetersModule,
        ...duties[config.role],
      ],
    };
  }
}
