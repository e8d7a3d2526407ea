import { Module } from '@nestjs/common';
import { Retention } from './retention.js';
import { TidyRegularly } from './tidy-regularly.js';

/** Part of the work of a worker: months are made ahead, old ones dropped. */
@Module({ providers: [Retention, TidyRegularly] })
export class RetentionModule {}
