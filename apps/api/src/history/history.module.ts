import { Module } from '@nestjs/common';
import { EffectHistory } from './effect-history.js';
import { EventHistory } from './event-history.js';
import { FailureGroupHistory } from './failure-groups.js';
import { HistoryController } from './history.controller.js';
import { RunHistory } from './run-history.js';
import { RunOutcomeHistory } from './run-outcomes.js';

/** Reads events, runs and the ledger for people. Writes nothing. */
@Module({
  controllers: [HistoryController],
  providers: [EffectHistory, EventHistory, FailureGroupHistory, RunHistory, RunOutcomeHistory],
})
export class HistoryModule {}
