import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { SearchController } from './search.controller.js';
import { SearchSubjects } from './search-subjects.js';
import { SubjectController } from './subject.controller.js';

/** Finds the deals and documents of the ledger, and those that only the remotes know. */
@Module({
  imports: [CatalogueModule, ConnectionsModule],
  controllers: [SearchController, SubjectController],
  providers: [SearchSubjects],
})
export class SearchModule {}
