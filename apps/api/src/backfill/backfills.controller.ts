import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { Id } from '../http/path-params.js';
import { BackfillDocuments, BackfillList, BackfillView, DocumentsQuery, NewBackfill } from './backfill-requests.js';
import { Backfills } from './backfills.js';

const NOT_THERE = 'There is no such backfill';

/** Recipes done for documents of the past: counted first, then at the pace that live work leaves. */
@ApiTags('Backfills')
@Controller('api/backfills')
export class BackfillsController {
  constructor(private readonly backfills: Backfills) {}

  @Get()
  @ApiOperation({ summary: 'Backfills and how far they are' })
  @Answers(BackfillList, 'The newest fifty')
  async list(): Promise<z.infer<typeof BackfillList>> {
    return { items: await this.backfills.newest() };
  }

  @Post()
  @ApiOperation({
    summary: 'Choose documents of the past for recipes',
    description: 'Their number is counted from now on; nothing is run before the backfill is started.',
  })
  @Answers(BackfillView, 'The backfill, which is being counted', 201)
  @Refuses({ 422: 'A recipe is not published or not offered for templates' })
  create(@Body({ schema: NewBackfill }) body: NewBackfill): Promise<BackfillView> {
    return this.backfills.create(body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a backfill is' })
  @Answers(BackfillView, 'The backfill')
  @Refuses({ 404: NOT_THERE })
  one(@Param('id', { schema: Id }) id: string): Promise<BackfillView> {
    return this.backfills.one(id);
  }

  @Get(':id/documents')
  @ApiOperation({ summary: 'Documents of a backfill, and why one was skipped' })
  @Answers(BackfillDocuments, 'The first 200')
  @Refuses({ 404: NOT_THERE })
  async documents(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DocumentsQuery }) { outcome }: z.infer<typeof DocumentsQuery>,
  ): Promise<BackfillDocuments> {
    return { items: await this.backfills.documents(id, outcome) };
  }

  @Post(':id/start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start a backfill that was counted' })
  @Answers(BackfillView, 'As it is now')
  @Refuses({ 404: NOT_THERE, 409: 'It is not ready' })
  start(@Param('id', { schema: Id }) id: string): Promise<BackfillView> {
    return this.backfills.move(id, 'start');
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause a backfill', description: 'Runs that have begun come to their end.' })
  @Answers(BackfillView, 'As it is now')
  @Refuses({ 404: NOT_THERE, 409: 'It is not running' })
  pause(@Param('id', { schema: Id }) id: string): Promise<BackfillView> {
    return this.backfills.move(id, 'pause');
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on with a paused backfill, where it was' })
  @Answers(BackfillView, 'As it is now')
  @Refuses({ 404: NOT_THERE, 409: 'It is not paused' })
  resume(@Param('id', { schema: Id }) id: string): Promise<BackfillView> {
    return this.backfills.move(id, 'resume');
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop a backfill for good', description: 'Runs that have begun come to their end.' })
  @Answers(BackfillView, 'As it is now')
  @Refuses({ 404: NOT_THERE, 409: 'It is over' })
  stop(@Param('id', { schema: Id }) id: string): Promise<BackfillView> {
    return this.backfills.move(id, 'stop');
  }
}
