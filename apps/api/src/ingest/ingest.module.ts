import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { Inbox } from './inbox.js';
import { PollCursors } from './poll-cursors.js';
import { Poller } from './poller.js';
import { PollLanes } from './poll-lanes.js';
import { PollSources } from './poll-sources.js';
import { NudgeController } from './nudge.controller.js';
import { ReceiveNudges } from './receive-nudges.js';
import { ReceiveWebhook } from './receive-webhook.js';
import { Snapshots } from './snapshots.js';
import { TouchedSubjects } from './touched-subjects.js';
import { WebhookController } from './webhook.controller.js';

/** Remote happenings in, event rows out. Knows nothing of recipes or runs. */
@Module({
  imports: [CatalogueModule, ConnectionsModule],
  controllers: [NudgeController, WebhookController],
  providers: [
    Inbox,
    PollCursors,
    PollLanes,
    Poller,
    PollSources,
    ReceiveNudges,
    ReceiveWebhook,
    Snapshots,
    TouchedSubjects,
  ],
  exports: [Inbox, Poller],
})
export class IngestModule {}
