import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { migrate } from './migrate.js';
import { dataSourceOptions, openDataSource } from './open-data-source.js';
import { SetUpRevision } from './set-up-revision.js';

/**
 * Hands the migrated database to whoever injects `DataSource`. Global: given once where the app is put together.
 * Entities are those that the rooms name in `TypeOrmModule.forFeature`.
 */
@Module({})
export class DatabaseModule {
  static with(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(url), autoLoadEntities: true, retryAttempts: 0 }),
          dataSourceFactory: openMigrated,
        }),
      ],
      global: true,
      providers: [SetUpRevision],
      exports: [SetUpRevision],
    };
  }
}

async function openMigrated(options: DataSourceOptions | undefined): ReturnType<typeof openDataSource> {
  if (!options) throw new TypeError('TypeORM was given no options');
  const dataSource = await openDataSource(options);
  try {
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
