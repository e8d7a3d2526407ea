import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { RecipesModule } from '../recipes/recipes.module.js';
import { Backfills } from './backfills.js';
import { BackfillsController } from './backfills.controller.js';
import { CountDocuments } from './count-documents.js';
import { FeedDocuments } from './feed-documents.js';

/** Owns the tables `backfill` and `backfill_document`: recipes done for documents of the past. */
@Module({
  imports: [AuditModule, ConnectionsModule, IngestModule, MatchingModule, RecipesModule],
  controllers: [BackfillsController],
  providers: [Backfills, CountDocuments, FeedDocuments],
  exports: [CountDocuments, FeedDocuments],
})
export class BackfillModule {}
