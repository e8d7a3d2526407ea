import { Module } from '@nestjs/common';
import { RunsModule } from './runs.module.js';
import { ServeLanes } from './serve-lanes.js';

/** Part of the work of a worker: events are matched and runs advanced. */
@Module({ imports: [RunsModule], providers: [ServeLanes] })
export class WorkLanesModule {}
