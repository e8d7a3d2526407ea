import { Module } from '@nestjs/common';
import { AutomationsModule } from '../automations/automations.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { IngestModule } from '../ingest/ingest.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { MatchingModule } from '../matching/matching.module.js';
import { RecipesModule } from '../recipes/recipes.module.js';
import { AdvanceLane } from './advance-lane.js';
import { AdvanceRun } from './advance-run.js';
import { DatabaseFileStore } from './database-file-store.js';
import { DriveRun } from './drive-run.js';
import { FinishRun } from './finish-run.js';
import { Journal } from './journal.js';
import { MatchInLane } from './match-in-lane.js';
import { Memory } from './memory.js';
import { OpenWork } from './open-work.js';
import { PerformAction } from './perform-action.js';
import { PreviewDocument } from './preview-document.js';
import { PreviewRun } from './preview-run.js';
import { ResumeAfterReconnect } from './resume-after-reconnect.js';
import { ResumeWaits } from './resume-waits.js';
import { PreviewRetry } from './preview-retry.js';
import { RetryBatches } from './retry-batches.js';
import { RetryBatchesController } from './retry-batches.controller.js';
import { RetryCandidates } from './retry-candidates.js';
import { RetryRun } from './retry-run.js';
import { RunNow } from './run-now.js';
import { RunsController } from './runs.controller.js';
import { UndoController } from './undo.controller.js';
import { UndoRun } from './undo-run.js';

/** Works off lanes: events are matched, runs are interpreted, actions performed, all of it journalled. */
@Module({
  imports: [AutomationsModule, ConnectionsModule, IngestModule, LedgerModule, MatchingModule, RecipesModule],
  controllers: [RetryBatchesController, RunsController, UndoController],
  providers: [
    AdvanceLane,
    AdvanceRun,
    DatabaseFileStore,
    DriveRun,
    FinishRun,
    Journal,
    MatchInLane,
    Memory,
    OpenWork,
    PerformAction,
    PreviewDocument,
    PreviewRetry,
    PreviewRun,
    ResumeAfterReconnect,
    ResumeWaits,
    RetryBatches,
    RetryCandidates,
    RetryRun,
    RunNow,
    UndoRun,
  ],
  exports: [AdvanceLane, RetryRun],
})
export class RunsModule {}
