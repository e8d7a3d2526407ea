import { Module } from '@nestjs/common';
import { ConnectionsModule } from './connections.module.js';
import { StartConnections } from './start-connections.js';

/** Only where webhooks arrive: the subscriptions that it renews are made with this process's public address. */
@Module({ imports: [ConnectionsModule], providers: [StartConnections] })
export class StartConnectionsModule {}
