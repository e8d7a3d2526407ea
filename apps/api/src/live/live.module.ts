import { Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveStreams } from './live-streams.js';

/** Tells browsers what changed. Reads only, and only while somebody listens. */
@Module({ controllers: [LiveController], providers: [LiveStreams] })
export class LiveModule {}
