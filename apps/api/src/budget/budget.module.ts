import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { Budgets } from './budgets.js';
import { CallWindows } from './call-windows.js';
import { InMemoryWindows } from './in-memory-windows.js';
import { SharedWindows } from './shared-windows.js';

/**
 * The calls that accounts may make. On a database of the user's own there may be other processes, so that is where they
 * are counted then. Global: given once where the app is put together.
 */
@Module({})
export class BudgetModule {
  static with({ databaseUrl }: Config): DynamicModule {
    const windows = databaseUrl === undefined ? InMemoryWindows : SharedWindows;
    return {
      module: BudgetModule,
      global: true,
      providers: [Budgets, { provide: CallWindows, useClass: windows }],
      exports: [Budgets, CallWindows],
    };
  }
}
