import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, AnswersNothing, Refuses } from '../http/describe.js';
import { PreviewDocument } from './preview-document.js';
import { PreviewRetry } from './preview-retry.js';
import { RetryRun } from './retry-run.js';
import { RunNow } from './run-now.js';
import { PreviewAnswer, PreviewBody, RetryAnswer, RetryBody, RunNowAnswer, RunNowBody } from './run-requests.js';

const RunId = z.uuid();

/** Starting, previewing, retrying and cancelling runs. Reading them is under History. */
@ApiTags('Runs')
@Controller('api')
export class RunsController {
  constructor(
    private readonly runNow: RunNow,
    private readonly previewDocument: PreviewDocument,
    private readonly retryRun: RetryRun,
    private readonly previewRetryOf: PreviewRetry,
  ) {}

  @Post('runs')
  @HttpCode(202)
  @ApiOperation({ summary: 'Run a recipe for a document now, with the settings of its automation' })
  @Answers(RunNowAnswer, 'Asked for; the run starts in the lane of the document’s deal', 202)
  @Refuses({ 404: 'There is no such recipe or document' })
  start(@Body({ schema: RunNowBody }) { recipe, document_id }: RunNowBody) {
    return this.runNow.ask(recipe, document_id);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a recipe would do for a document now: reads only, changes nothing' })
  @Answers(PreviewAnswer, 'Each step with what it read or would change')
  @Refuses({ 404: 'There is no such recipe or document', 409: 'The recipe was never published' })
  preview(@Body({ schema: PreviewBody }) body: PreviewBody) {
    return this.previewDocument.preview(body);
  }

  @Post('runs/:id/retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Retry a run' })
  @Answers(RetryAnswer, 'The run that goes on', 202)
  @Refuses({ 404: 'There is no such run', 409: 'The run is still open, or its automation is off' })
  retry(@Param('id', { schema: RunId }) id: string, @Body({ schema: RetryBody }) { mode }: RetryBody) {
    return this.retryRun.retry(id, mode);
  }

  @Post('runs/:id/retry/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a retry would change now' })
  @Answers(PreviewAnswer, 'The steps that are still to be done')
  @Refuses({ 404: 'There is no such run', 409: 'The run is still open, or its automation is off' })
  previewRetry(@Param('id', { schema: RunId }) id: string, @Body({ schema: RetryBody }) { mode }: RetryBody) {
    return this.previewRetryOf.preview(id, mode);
  }

  @Post('runs/:id/cancel')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel a queued or waiting run' })
  @AnswersNothing('Cancelled')
  @Refuses({ 404: 'There is no such run', 409: 'It is at work or has ended' })
  cancel(@Param('id', { schema: RunId }) id: string): Promise<void> {
    return this.retryRun.cancel(id);
  }
}
