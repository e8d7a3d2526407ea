import { Module } from '@nestjs/common';
import { BackfillModule } from './backfill.module.js';
import { DriveBackfills } from './drive-backfills.js';

/** Part of the work of a worker: backfills go on. */
@Module({ imports: [BackfillModule], providers: [DriveBackfills] })
export class DriveBackfillsModule {}
