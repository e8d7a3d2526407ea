import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { ServerResponse } from 'node:http';
import { LiveChanges } from './changes.js';
import { LiveStreams } from './live-streams.js';
import { Stream } from './stream.js';

/** As much of Fastify's reply as is used. */
interface Reply {
  raw: ServerResponse;
  hijack(): void;
  getHeaders(): Record<string, number | string | string[] | undefined>;
}

@ApiTags('Live')
@Controller('api/live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Stays open until the reader goes or the server stops. */
  @Get()
  @ApiOperation({
    summary: 'What changes, as it changes',
    description:
      'Server-sent events. `hello`: from now on nothing is missed; read what you show again, also after each reconnect. ' +
      '`changed`: LiveChanges, which name what changed and not how it is now; at most two a second. ' +
      '`beat`: nothing happened for 15 seconds.',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'The data of `changed`', standardSchema: LiveChanges })
  @ApiResponse({ status: 503, description: 'No more readers are served just now' })
  listen(@Res() reply: Reply): void {
    this.streams.ensureRoom();
    reply.hijack();
    const stream = new Stream(reply.raw);
    stream.begin(reply.getHeaders());
    this.streams.add(stream);
  }
}
