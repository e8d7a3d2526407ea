import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Fates } from '../fates/fates.js';
import { Answers, Refuses } from '../http/describe.js';

const DealState = z
  .object({
    id: z.string(),
    fate: z
      .object({
        happened: z.enum(['deleted', 'merged']),
        at: z.iso.datetime(),
        into: z.string().nullable().describe('The deal that a merged one went on as; else null'),
      })
      .nullable()
      .describe('null: as far as is known the deal is there'),
    merged_from: z.array(z.string()).describe('Deals that went on as this one; their documents are worked with it'),
  })
  .meta({ id: 'DealState' });

@ApiTags('History')
@Controller('api/subjects')
export class SubjectController {
  constructor(private readonly fates: Fates) {}

  @Get('deals/:id')
  @ApiOperation({
    summary: 'Whether a deal is still there in HubSpot',
    description: 'As its webhooks told, or as runs found it; HubSpot is not asked.',
  })
  @Answers(DealState, 'What is known of the deal; nothing against it where it was never heard of')
  @Refuses({})
  async deal(@Param('id', { schema: z.string().max(100) }) id: string): Promise<z.output<typeof DealState>> {
    const [fate, mergedFrom] = await Promise.all([this.fates.ofDeal(id), this.fates.mergedInto(id)]);
    return {
      id,
      fate: fate ? { happened: fate.happened, at: fate.at.toISOString(), into: fate.into } : null,
      merged_from: mergedFrom,
    };
  }
}
