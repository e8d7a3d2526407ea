import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module.js';
import { RetryBatchFeeder } from './retry-batch-feeder.js';
import { RunsModule } from './runs.module.js';
import { ServeLanes } from './serve-lanes.js';

/** Part of the work of a worker: events are matched, runs advanced and taken up again. */
@Module({ imports: [IngestModule, RunsModule], providers: [RetryBatchFeeder, ServeLanes] })
export class WorkLanesModule {}
