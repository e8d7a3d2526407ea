import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.js';
import { Answers, AnswersNothing, Refuses } from '../http/describe.js';
import { Id } from '../http/path-params.js';
import { ConnectAccount } from './connect-account.js';
import { ConnectSandbox } from './connect-sandbox.js';
import { ConnectionChange, ConnectionTest, ConnectionView, NewConnection, viewOf } from './connection-view.js';
import type { Connection } from './connection.entity.js';
import { Connections } from './connections.js';
import { missingScopes } from './missing-scopes.js';
import { RemoveConnection } from './remove-connection.js';
import { TestConnection } from './test-connection.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';

const List = z.object({ items: z.array(ConnectionView) }).meta({ id: 'Connections' });
const Removal = z.strictObject({
  with_history: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Also removes the events and runs of the connection'),
});

@ApiTags('Connections')
@Controller('api/connections')
export class ConnectionsController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
    private readonly connectAccount: ConnectAccount,
    private readonly connectSandbox: ConnectSandbox,
    private readonly testConnection: TestConnection,
    private readonly removeConnection: RemoveConnection,
    private readonly webhooks: WebhookSubscriptions,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The connected accounts',
    description: 'At most one per connector. Never holds credentials.',
  })
  @Answers(List, 'All connections')
  async list(): Promise<z.output<typeof List>> {
    const connections = await this.connections.all();
    return this.views(connections);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One connection' })
  @Answers(ConnectionView, 'The connection')
  @Refuses({ 404: 'There is no such connection' })
  async one(@Param('id', { schema: Id }) id: string): Promise<ConnectionView> {
    return this.view(await this.connections.get(id));
  }

  @Post()
  @ApiOperation({
    summary: 'Connect an account',
    description:
      'The remote is asked who we are first. Where it delivers webhooks, they are subscribed to; should that fail, ' +
      'the connection is made all the same and `status_reason` says why.',
  })
  @Answers(ConnectionView, 'The new connection', 201)
  @Refuses({ 409: 'The connector is connected already', 422: 'The remote refused, with its reason' })
  async create(@Body({ schema: NewConnection }) wish: NewConnection): Promise<ConnectionView> {
    return this.view(await this.connectAccount.create(wish));
  }

  @Post('sandbox')
  @ApiOperation({
    summary: 'Connect both accounts of the local sandbox',
    description: 'Creates or renews the two connections. The body is empty or {}.',
  })
  @Answers(List, 'Both connections', 201)
  @Refuses({ 409: 'No sandbox runs beside this server, or another account is connected', 422: 'The sandbox refused' })
  async sandbox(): Promise<z.output<typeof List>> {
    const connections = await this.connectSandbox.connect();
    return this.views(connections);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Rename a connection or renew its credentials',
    description:
      'New credentials are tried first and must belong to the same account. A paused connection then works again, and ' +
      'the runs that waited for it go on.',
  })
  @Answers(ConnectionView, 'As it is now')
  @Refuses({
    404: 'There is no such connection',
    409: 'The credentials belong to another account',
    422: 'Refused by the remote',
  })
  async change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConnectionChange }) wish: ConnectionChange,
  ): Promise<ConnectionView> {
    return this.view(await this.connectAccount.change(await this.connections.get(id), wish));
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask the remote who we are',
    description:
      'Stores the account. A paused connection that works is resumed; one whose credentials are refused is paused.',
  })
  @Answers(ConnectionTest, 'Whether it works, and why not')
  @Refuses({ 404: 'There is no such connection' })
  async test(@Param('id', { schema: Id }) id: string): Promise<ConnectionTest> {
    const { works, reason, connection } = await this.testConnection.test(await this.connections.get(id));
    return { works, reason, connection: await this.view(connection) };
  }

  @Post(':id/webhook')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Subscribe to the webhooks of the remote again',
    description:
      'Safe to repeat. Trouble is told in `status_reason`; the address is PUBLIC_URL/webhooks/<connector>/<id>.',
  })
  @Answers(ConnectionView, 'As it is now')
  @Refuses({ 404: 'There is no such connection' })
  async webhook(@Param('id', { schema: Id }) id: string): Promise<ConnectionView> {
    const connection = await this.connections.get(id);
    return this.view(await this.webhooks.ensure(connection.id));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Remove a connection',
    description:
      'Ends its webhook subscription and forgets its credentials, and with `with_history` all that it brought in.',
  })
  @AnswersNothing('It is gone')
  @Refuses({ 404: 'There is no such connection', 409: 'It has history; say `with_history=true` to remove that too' })
  async remove(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Removal }) query: z.output<typeof Removal>,
  ): Promise<void> {
    await this.removeConnection.remove(await this.connections.get(id), query.with_history === 'true');
  }

  private async views(connections: readonly Connection[]): Promise<z.output<typeof List>> {
    return { items: await Promise.all(connections.map((connection) => this.view(connection))) };
  }

  private async view(connection: Connection): Promise<ConnectionView> {
    const connector = this.catalogue.get(connection.connector);
    const stored = await this.connections.credentialsOf(connection);
    return viewOf(connection, {
      takesWebhooks: connector.webhook !== undefined,
      stored: typeof stored === 'object' && stored !== null ? Object.keys(stored).sort() : [],
      missing_scopes: missingScopes(connector, connection.account?.scopes),
    });
  }
}
