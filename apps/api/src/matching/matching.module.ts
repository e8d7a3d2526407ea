import { Module } from '@nestjs/common';
import { AutomationsModule } from '../automations/automations.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { FindSubjects } from './find-subjects.js';
import { MatchEvent } from './match-event.js';

/** Events in, run rows out: which automations want it, by template, settings and condition. */
@Module({
  imports: [AutomationsModule, CatalogueModule, ConnectionsModule, LedgerModule],
  providers: [FindSubjects, MatchEvent],
  exports: [FindSubjects, MatchEvent],
})
export class MatchingModule {}
