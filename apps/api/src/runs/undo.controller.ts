import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { PreviewAnswer, RetryAnswer } from './run-requests.js';
import { UndoRun } from './undo-run.js';

const RunId = z.uuid();

@ApiTags('Runs')
@Controller('api/runs/:id/undo')
export class UndoController {
  constructor(private readonly undoRun: UndoRun) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What an undo of a run would change now',
    description:
      'The inverse of what the run changed. The notes of a plan name what is left alone: changed since by somebody, gone, or not to be taken back at all.',
  })
  @Answers(PreviewAnswer, 'One step for each system; none when nothing of the run still stands')
  @Refuses({ 404: 'There is no such run', 409: 'The run is still open, or is being undone' })
  preview(@Param('id', { schema: RunId }) id: string) {
    return this.undoRun.preview(id);
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Undo a run: a run of its own takes back what still stands' })
  @Answers(RetryAnswer, 'The run that undoes it', 202)
  @Refuses({
    404: 'There is no such run',
    409: 'The run is still open, is being undone, or nothing of it is left to undo',
  })
  undo(@Param('id', { schema: RunId }) id: string) {
    return this.undoRun.undo(id);
  }
}
