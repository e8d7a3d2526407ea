import { Global, Module } from '@nestjs/common';
import { Fates } from './fates.js';

/** Owns the table `fate`. */
@Global()
@Module({ providers: [Fates], exports: [Fates] })
export class FatesModule {}
