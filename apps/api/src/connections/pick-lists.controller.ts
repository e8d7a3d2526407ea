import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { said } from '@tandem/recipes';
import { z } from 'zod';
import { Catalogue } from '../catalogue/catalogue.js';
import { Answers, Refuses } from '../http/describe.js';
import { issuesOf } from '../http/issues.js';
import { Key } from '../http/path-params.js';
import { notFound, unprocessable } from '../http/problem.js';
import { Connections } from './connections.js';

const PickListQuestion = z
  .strictObject({
    input: z
      .record(z.string(), z.json())
      .default({})
      .describe('As the pick list\'s input schema says, e.g. {"pipeline": "default"}'),
  })
  .meta({ id: 'PickListQuestion' });

const PickListAnswer = z
  .object({
    items: z.array(
      z.object({
        value: z.string(),
        label: z.string(),
        hint: z.string().optional().describe('A second line for people'),
        options: z
          .array(z.object({ value: z.string(), label: z.string() }))
          .optional()
          .describe('Of a property whose values are one of a list: what they are called'),
      }),
    ),
  })
  .meta({ id: 'PickListAnswer' });

/** Live choices for forms, asked of the remote through its connection. */
@ApiTags('Connectors')
@Controller('api/connectors')
export class PickListsController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly connections: Connections,
  ) {}

  @Post(':key/pick-lists/:pickList')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The choices of a pick list, live',
    description: 'Such as the stages of a pipeline. A question, not a change: it is a POST because its input is JSON.',
  })
  @Answers(PickListAnswer, 'The choices, in the order of the remote')
  @Refuses({
    404: 'There is no such connector or pick list, or the remote knows no such thing',
    409: 'The connector is not connected, or its connection is paused',
    422: 'The input is not what this pick list takes',
    502: 'The remote did not answer',
    503: 'The remote asks to wait; see Retry-After',
  })
  async load(
    @Param('key', { schema: Key }) key: string,
    @Param('pickList', { schema: Key }) pickListKey: string,
    @Body({ schema: PickListQuestion }) { input }: z.output<typeof PickListQuestion>,
  ): Promise<z.output<typeof PickListAnswer>> {
    const connector = this.catalogue.get(key);
    const pickList = connector.pickLists.find((candidate) => candidate.key === pickListKey);
    if (!pickList) throw notFound(said`pick list "${pickListKey}" of ${connector.title}`);
    const parsed = pickList.input.safeParse(input);
    if (!parsed.success) {
      const issues = issuesOf('body', parsed.error.issues);
      throw unprocessable(
        said`This is not what the pick list "${pickListKey}" takes.`,
        issues.map((issue) => ({ ...issue, pointer: `/input${issue.pointer}` })),
      );
    }
    return this.connections.use(key, async ({ gateway }) => ({ items: await pickList.load(gateway, parsed.data) }));
  }
}
