import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { CompleteSampleDocument, SampleDocument, SampleWish } from './sample-document.js';

@ApiTags('Connections')
@Controller('api/connections/sandbox')
export class SandboxController {
  constructor(private readonly sampleDocument: CompleteSampleDocument) {}

  @Post('sample-document')
  @ApiOperation({
    summary: 'Complete a sample document in the sandbox',
    description:
      'Makes a document of a deal from the template, sends it and signs it, as people would; what is switched on for ' +
      'the template then runs.',
  })
  @Answers(SampleDocument, 'The completed document and its deal', 201)
  @Refuses({
    409: 'The accounts are not those of the sandbox',
    422: 'The sandbox refused, with its reason; such as that it has no such template',
    502: 'The sandbox does not answer as it should',
  })
  completeDocument(@Body({ schema: SampleWish }) wish: z.output<typeof SampleWish>): Promise<SampleDocument> {
    return this.sampleDocument.complete(wish.template_id);
  }
}
