import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { SearchSubjects } from './search-subjects.js';

const SearchQuery = z.strictObject({
  text: z.string().trim().min(1).max(200).describe('A name or the beginning of its words, an id, or a whole e-mail'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

const SearchAnswer = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(['deal', 'document']),
        id: z.string(),
        name: z.string().nullable(),
        known: z.boolean().describe('Something has happened to it here; the others are only known to the remote'),
      }),
    ),
    silent: z
      .array(z.object({ connector: z.string(), title: z.string(), reason: z.string() }))
      .describe('Systems that could not be asked: there may be more'),
  })
  .meta({ id: 'SubjectHits' });

@ApiTags('History')
@Controller('api/subjects')
export class SearchController {
  constructor(private readonly search: SearchSubjects) {}

  @Get()
  @ApiOperation({
    summary: 'Find deals and documents by name, id, or the e-mail of a contact or recipient',
    description: 'Looks into the ledger and asks HubSpot and PandaDoc. E-mails are stored nowhere in Tandem.',
  })
  @Answers(SearchAnswer, 'Those with a history first; each once')
  @Refuses({})
  find(@Query({ schema: SearchQuery }) { text, limit }: z.output<typeof SearchQuery>) {
    return this.search.find(text, limit);
  }
}
