import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';

/** Hands the clock to whoever injects `Clock`. Global: given once where the app is put together. */
@Module({})
export class ClockModule {
  static with(clock: Clock): DynamicModule {
    return { module: ClockModule, global: true, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
