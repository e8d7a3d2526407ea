import { Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config.js';

/** Hands the configuration to whoever injects `Config`. Global: given once where the app is put together. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}
