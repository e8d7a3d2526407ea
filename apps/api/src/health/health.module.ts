import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';

/** Tells a supervisor of processes whether this one lives, and whether it can work. */
@Module({ imports: [TerminusModule], controllers: [HealthController] })
export class HealthModule {}
