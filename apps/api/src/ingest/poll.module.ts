import { Module } from '@nestjs/common';
import { IngestModule } from './ingest.module.js';
import { PollRegularly } from './poll-regularly.js';

/** Part of the work of a worker: the triggers that have no webhook are read. */
@Module({ imports: [IngestModule], providers: [PollRegularly] })
export class PollModule {}
