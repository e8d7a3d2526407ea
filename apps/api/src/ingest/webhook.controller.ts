import {
  BadRequestException,
  Controller,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReceiveWebhook } from './receive-webhook.js';

@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhookController {
  constructor(private readonly receiveWebhook: ReceiveWebhook) {}

  /**
   * Where a connected system delivers events. In: the remote's own body, at most 2 MB, signed as that remote signs
   * (PandaDoc: `?signature=` HMAC-SHA256 of the raw body). Out: how many of the events were new; they are stored by then.
   */
  @Post(':connector/:connectionId')
  @HttpCode(200)
  @ApiOperation({ summary: 'Receive a webhook' })
  @ApiResponse({ status: 200, description: 'Stored. `accepted` counts the events that were not known yet.' })
  @ApiResponse({ status: 400, description: 'The body is not what this remote sends; the detail names the place.' })
  @ApiResponse({ status: 401, description: 'The signature is missing or does not match.' })
  @ApiResponse({ status: 404, description: 'No connection receives webhooks at this address.' })
  @ApiResponse({ status: 413, description: 'The body is larger than 2 MB.' })
  async receive(
    @Param('connector') connector: string,
    @Param('connectionId') connectionId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: RawBodyRequest<FastifyRequest>,
  ): Promise<{ accepted: number }> {
    if (!request.rawBody) throw new BadRequestException('The request has no body.');
    return this.receiveWebhook.receive(connector, connectionId, {
      body: request.rawBody,
      headers: request.headers,
      query: Object.fromEntries(
        Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    });
  }
}
