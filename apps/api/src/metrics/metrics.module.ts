import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';

/** Numbers for those who watch over the processes. */
@Module({ controllers: [MetricsController] })
export class MetricsModule {}
