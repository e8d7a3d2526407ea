import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { Templates } from './templates.js';

/** What documents are made from, read live. Owns nothing. */
@Module({ imports: [ConnectionsModule], providers: [Templates], exports: [Templates] })
export class TemplatesModule {}
