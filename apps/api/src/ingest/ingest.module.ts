import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { Inbox } from './inbox.js';
import { PollCursors } from './poll-cursors.js';
import { Poller } from './poller.js';
import { ReceiveWebhook } from './receive-webhook.js';
import { WebhookController } from './webhook.controller.js';

/** Remote happenings in, event rows out. Knows nothing of recipes or runs. */
@Module({
  imports: [CatalogueModule, ConnectionsModule],
  controllers: [WebhookController],
  providers: [Inbox, PollCursors, Poller, ReceiveWebhook],
  exports: [Inbox, Poller],
})
export class IngestModule {}
