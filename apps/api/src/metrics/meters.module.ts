import { Global, Module } from '@nestjs/common';
import { Meters } from './meters.js';

/** Global: whoever does something may count it. */
@Global()
@Module({ providers: [Meters], exports: [Meters] })
export class MetersModule {}
