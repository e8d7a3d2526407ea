import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { RecipesModule } from '../recipes/recipes.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { AutomationStore } from './automation-store.js';
import { AutomationRow } from './automation.entity.js';
import { AutomationsController } from './automations.controller.js';
import { Automations } from './automations.js';
import { ChangeAutomations } from './change-automations.js';
import { CheckChoice } from './check-choice.js';
import { MatrixColumns } from './matrix-columns.js';
import { CheckReadiness } from './readiness/check-readiness.js';
import { LiveLists } from './readiness/live-lists.js';
import { ReadinessOfTemplates } from './readiness/readiness-of-templates.js';
import { SwitchAutomation } from './switch-automation.js';
import { TemplatesController } from './templates.controller.js';

/** Owns the table `automation`: which recipe is on for which template, and with which settings. */
@Module({
  imports: [
    AuditModule,
    CatalogueModule,
    ConnectionsModule,
    RecipesModule,
    TemplatesModule,
    TypeOrmModule.forFeature([AutomationRow]),
  ],
  controllers: [AutomationsController, TemplatesController],
  providers: [
    Automations,
    AutomationStore,
    ChangeAutomations,
    CheckChoice,
    CheckReadiness,
    LiveLists,
    MatrixColumns,
    ReadinessOfTemplates,
    SwitchAutomation,
  ],
  exports: [Automations],
})
export class AutomationsModule {}
