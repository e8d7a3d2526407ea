import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { BudgetGauges } from './budget-gauges.js';
import { CheckAccount } from './check-account.js';
import { ConnectAccount } from './connect-account.js';
import { ConnectSandbox } from './connect-sandbox.js';
import { ConnectionBudgetController } from './connection-budget.controller.js';
import { Connection } from './connection.entity.js';
import { ConnectionsController } from './connections.controller.js';
import { Connections } from './connections.js';
import { Gateways } from './gateways.js';
import { KnownConnections } from './known-connections.js';
import { PickListsController } from './pick-lists.controller.js';
import { RemoveConnection } from './remove-connection.js';
import { CompleteSampleDocument } from './sample-document.js';
import { SandboxController } from './sandbox.controller.js';
import { TestConnection } from './test-connection.js';
import { TryWebhook } from './try-webhook.js';
import { Vault } from './vault.js';
import { ReadWebhookHealth } from './webhook-health.js';
import { WebhookHealthController } from './webhook-health.controller.js';
import { WebhookReceipts } from './webhook-receipts.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';

/** Owns the table `connection`. Hands on opened gateways, never credentials. */
@Module({
  imports: [AuditModule, CatalogueModule, TypeOrmModule.forFeature([Connection])],
  controllers: [
    ConnectionBudgetController,
    ConnectionsController,
    PickListsController,
    SandboxController,
    WebhookHealthController,
  ],
  providers: [
    BudgetGauges,
    CheckAccount,
    CompleteSampleDocument,
    ConnectAccount,
    ConnectSandbox,
    Connections,
    Gateways,
    KnownConnections,
    ReadWebhookHealth,
    RemoveConnection,
    TestConnection,
    TryWebhook,
    Vault,
    WebhookReceipts,
    WebhookSubscriptions,
  ],
  exports: [Connections, ConnectAccount, KnownConnections, WebhookReceipts, WebhookSubscriptions],
})
export class ConnectionsModule {}
