import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { RetryBatch, RetryBatchBody, RetryBatchList, RetryBatchPreview } from './retry-batch-requests.js';
import { RetryBatches } from './retry-batches.js';
import { RetryCandidates } from './retry-candidates.js';

const BatchId = z.uuid();

/** Retrying many runs: which they would be, doing it with progress, stopping it. */
@ApiTags('Runs')
@Controller('api/retry-batches')
export class RetryBatchesController {
  constructor(
    private readonly batches: RetryBatches,
    private readonly candidates: RetryCandidates,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Bulk retries and how far they are' })
  @Answers(RetryBatchList, 'The newest ones')
  @Refuses({})
  list() {
    return this.batches.latest();
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Which runs a bulk retry would take up' })
  @Answers(RetryBatchPreview, 'The runs, and how many are left out for which reason')
  @Refuses({})
  preview(@Body({ schema: RetryBatchBody }) body: RetryBatchBody) {
    return this.candidates.preview(body);
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Retry many runs, a few at a time, each in its lane' })
  @Answers(RetryBatch, 'Asked for; it is worked off from now on', 202)
  @Refuses({ 409: 'None of the runs can be retried' })
  start(@Body({ schema: RetryBatchBody }) body: RetryBatchBody) {
    return this.batches.start(body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a bulk retry is' })
  @Answers(RetryBatch, 'The batch')
  @Refuses({ 404: 'There is no such batch' })
  one(@Param('id', { schema: BatchId }) id: string) {
    return this.batches.one(id);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take up no further run of a bulk retry; what has begun goes on' })
  @Answers(RetryBatch, 'The batch as it stands')
  @Refuses({ 404: 'There is no such batch' })
  stop(@Param('id', { schema: BatchId }) id: string) {
    return this.batches.stop(id);
  }
}
