import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { EffectHistory, EffectPage, EffectQuery } from './effect-history.js';
import { EventDetail, EventHistory, EventPage, EventQuery } from './event-history.js';
import { FailureGroupHistory, FailureGroupQuery, FailureGroups } from './failure-groups.js';
import { RunHistory, RunQuery } from './run-history.js';
import { RunOutcomeHistory, RunOutcomes, RunOutcomesQuery } from './run-outcomes.js';
import { RunDetail, RunPage } from './run-view.js';

/** What happened, read only: events, the runs that they started, and the changes that these made. Newest first. */
@ApiTags('History')
@Controller('api')
export class HistoryController {
  constructor(
    private readonly events: EventHistory,
    private readonly runs: RunHistory,
    private readonly effects: EffectHistory,
    private readonly failureGroups: FailureGroupHistory,
    private readonly outcomes: RunOutcomeHistory,
  ) {}

  @Get('events')
  @ApiOperation({ summary: 'Events of the inbox' })
  @Answers(EventPage, 'A page of events')
  @Refuses({})
  listEvents(@Query({ schema: EventQuery }) query: EventQuery) {
    return this.events.list(query);
  }

  @Get('events/:id')
  @ApiOperation({ summary: 'One event with its data and the runs that it started' })
  @Answers(EventDetail, 'The event')
  @Refuses({ 404: 'There is no such event' })
  event(@Param('id', { schema: z.uuid() }) id: string) {
    return this.events.one(id);
  }

  @Get('runs')
  @ApiOperation({ summary: 'Runs, filtered' })
  @Answers(RunPage, 'A page of runs')
  @Refuses({})
  listRuns(@Query({ schema: RunQuery }) query: RunQuery) {
    return this.runs.list(query);
  }

  @Get('runs/failure-groups')
  @ApiOperation({ summary: 'Failures grouped by their cause' })
  @Answers(FailureGroups, 'The largest groups, with a sample and its remedy')
  @Refuses({})
  listFailureGroups(@Query({ schema: FailureGroupQuery }) query: FailureGroupQuery) {
    return this.failureGroups.list(query);
  }

  @Get('runs/outcomes')
  @ApiOperation({ summary: 'What came of runs, over time' })
  @Answers(RunOutcomes, 'Counts per hour, day, week or month')
  @Refuses({})
  countOutcomes(@Query({ schema: RunOutcomesQuery }) query: RunOutcomesQuery) {
    return this.outcomes.count(query);
  }

  @Get('runs/:id')
  @ApiOperation({ summary: 'One run with its steps, attempts and effects' })
  @Answers(RunDetail, 'The run')
  @Refuses({ 404: 'There is no such run' })
  run(@Param('id', { schema: z.uuid() }) id: string) {
    return this.runs.one(id);
  }

  @Get('effects')
  @ApiOperation({ summary: 'The ledger: planned and applied changes of a deal, a document or a run' })
  @Answers(EffectPage, 'A page of effects')
  @Refuses({})
  listEffects(@Query({ schema: EffectQuery }) query: EffectQuery) {
    return this.effects.list(query);
  }
}
