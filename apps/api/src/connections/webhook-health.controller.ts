import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers, Refuses } from '../http/describe.js';
import { Id } from '../http/path-params.js';
import { Connections } from './connections.js';
import { TryWebhook, type WebhookTrial } from './try-webhook.js';
import { ReadWebhookHealth } from './webhook-health.js';
import { WebhookHealthView, WebhookTrialView } from './webhook-health-view.js';

@ApiTags('Connections')
@Controller('api/connections')
export class WebhookHealthController {
  constructor(
    private readonly connections: Connections,
    private readonly health: ReadWebhookHealth,
    private readonly tryWebhook: TryWebhook,
  ) {}

  @Get(':id/webhook')
  @ApiOperation({
    summary: 'Whether the webhooks of a connection come in',
    description:
      'What was delivered and refused, how events became known lately, and how the remote sees its subscription (asked ' +
      'in up to two calls; a remote that does not answer is `unknown`).',
  })
  @Answers(WebhookHealthView, 'As counted here, and as the remote tells')
  @Refuses({ 404: 'There is no such connection, or its remote has no webhooks' })
  async read(@Param('id', { schema: Id }) id: string): Promise<WebhookHealthView> {
    return this.health.of(await this.connections.get(id));
  }

  @Post(':id/webhook/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Deliver a signed test webhook to the public address',
    description:
      'Sent over HTTP as the remote would send it, through whatever stands before this server, with an event that ' +
      'nothing waits for. It is not counted among the deliveries of the remote.',
  })
  @Answers(WebhookTrialView, 'What came of it')
  @Refuses({ 404: 'There is no such connection', 409: 'Nothing is stored to sign it with' })
  async test(@Param('id', { schema: Id }) id: string): Promise<WebhookTrialView> {
    return trialView(await this.tryWebhook.send(await this.connections.get(id)));
  }
}

const trialView = (trial: WebhookTrial): WebhookTrialView => ({
  address: trial.address,
  outcome: outcomeOf(trial.status),
  status: trial.status,
  detail: trial.detail,
  took_ms: trial.tookMs,
});

function outcomeOf(status: number | null): WebhookTrialView['outcome'] {
  if (status === null) return 'unreachable';
  if (status === 401) return 'refused';
  return status >= 200 && status < 300 ? 'accepted' : 'failed';
}
