import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Meters } from '../metrics/meters.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { HealthModule } from './health.module.js';

/** What a worker serves over HTTP; it looks at the very database and meters that the worker works with. */
@Module({ imports: [HealthModule, MetricsModule] })
export class ProbesModule {
  static of({ dataSource, meters }: { dataSource: DataSource; meters: Meters }): DynamicModule {
    return {
      module: ProbesModule,
      global: true,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: Meters, useValue: meters },
      ],
      exports: [DataSource, Meters],
    };
  }
}
