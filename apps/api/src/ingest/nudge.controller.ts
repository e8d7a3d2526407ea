import { BadRequestException, Controller, HttpCode, Param, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReceiveNudges } from './receive-nudges.js';

@ApiTags('Webhooks')
@Controller('api/webhooks')
export class NudgeController {
  constructor(private readonly receiveNudges: ReceiveNudges) {}

  /**
   * Where an app of a remote delivers the changes of all accounts that installed it. HubSpot: a JSON array of at most
   * 100 events, signature v3 (`X-HubSpot-Signature-v3`, `X-HubSpot-Request-Timestamp`, at most five minutes old) over
   * method, PUBLIC_URL + path, raw body and timestamp. Events only say where to look; what changed is read afterwards.
   */
  @Post(':connector')
  @HttpCode(200)
  @ApiOperation({ summary: "Receive the webhooks of a remote's app" })
  @ApiResponse({ status: 200, description: 'Written down. `accepted` counts the events about the connected account.' })
  @ApiResponse({ status: 400, description: 'The body is not what this remote sends; the detail names the place.' })
  @ApiResponse({ status: 401, description: 'The signature is missing, does not match or is older than five minutes.' })
  @ApiResponse({ status: 404, description: 'No connection receives webhooks at this address.' })
  @ApiResponse({ status: 413, description: 'The body is larger than 2 MB.' })
  async receive(
    @Param('connector') connector: string,
    @Req() request: RawBodyRequest<FastifyRequest>,
  ): Promise<{ accepted: number }> {
    if (!request.rawBody) throw new BadRequestException('The request has no body.');
    return this.receiveNudges.receive(connector, {
      method: request.method,
      path: request.originalUrl,
      body: request.rawBody,
      headers: request.headers,
      query: {},
    });
  }
}
