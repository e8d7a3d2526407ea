import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { Inbox } from './inbox.js';
import { Poller } from './poller.js';
import { ReceiveWebhook } from './receive-webhook.js';
import { WebhookController } from './webhook.controller.js';

/** Remote happenings in, event rows out. Knows nothing of recipes or runs. */
@Module({
  imports: [ConnectionsModule],
  controllers: [WebhookController],
  providers: [Inbox, Poller, ReceiveWebhook],
  exports: [Inbox, Poller],
})
export class IngestModule {}
