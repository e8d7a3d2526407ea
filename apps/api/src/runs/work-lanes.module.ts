import { Module } from '@nestjs/common';
import { RetryBatchFeeder } from './retry-batch-feeder.js';
import { RunsModule } from './runs.module.js';
import { ServeLanes } from './serve-lanes.js';

/** Part of the work of a worker: events are matched, runs advanced and taken up again. */
@Module({ imports: [RunsModule], providers: [RetryBatchFeeder, ServeLanes] })
export class WorkLanesModule {}
