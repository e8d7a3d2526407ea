import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { settingsWithDefaults } from '@tandem/recipes';
import { Answers, Refuses } from '../http/describe.js';
import { TemplateFolders } from '../templates/template-folders.js';
import { Templates } from '../templates/templates.js';
import { TemplateQuery } from './automation-requests.js';
import { TemplateFolderList, TemplatePage } from './automation-view.js';
import { MatrixColumns, type MatrixColumn } from './matrix-columns.js';
import { ReadinessOfTemplates } from './readiness/readiness-of-templates.js';
import { ReadinessAnswer, ReadinessQuestion } from './readiness/readiness-view.js';

const UNREACHABLE = {
  409: 'The document system is not connected, or its connection is paused',
  502: 'It did not answer',
  503: 'It asks to wait; see Retry-After',
};

/** The matrix: a row per template, a column per recipe. */
@ApiTags('Automations')
@Controller('api/templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly templateFolders: TemplateFolders,
    private readonly columns: MatrixColumns,
    private readonly readiness: ReadinessOfTemplates,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The templates of the document system, with what is switched on for each',
    description:
      'Read live, at most 30 seconds old and at most 1,000. Recipes that are offered per template and published are ' +
      'listed, in their order.',
  })
  @Answers(TemplatePage, 'One page, by name')
  @Refuses(UNREACHABLE)
  async list(@Query({ schema: TemplateQuery }) { search, limit, offset }: TemplateQuery): Promise<TemplatePage> {
    const found = await this.templates.search(search);
    const { columns } = await this.columns.all();
    return {
      items: found.slice(offset, offset + limit).map(({ id, name }) => ({
        id,
        name,
        automations: columns.map((column) => cell(id, column)),
      })),
      total: found.length,
      next: offset + limit < found.length ? offset + limit : null,
    };
  }

  @Get('folders')
  @ApiOperation({
    summary: 'The folders of the templates, with what lies directly in each',
    description: 'Read live, at most five minutes old and at most 100. A template in no folder lies in the root.',
  })
  @Answers(TemplateFolderList, 'All folders, whatever their depth, by path')
  @Refuses(UNREACHABLE)
  async folders(): Promise<TemplateFolderList> {
    const folders = await this.templateFolders.all();
    return { items: folders.map(({ id, path, templateIds }) => ({ id, path, template_ids: templateIds })) };
  }

  @Post('readiness')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What is missing before the automations of some templates would work',
    description:
      'For automations that are on and for those that are off, with the settings that hold. Looks at the connections, ' +
      'their scopes, the live pick lists, and the content of each template (once per version). A question, not a ' +
      'change: it is a POST because it names many templates.',
  })
  @Answers(ReadinessAnswer, 'An answer for each template and recipe, and for the defaults')
  @Refuses(UNREACHABLE)
  async checkReadiness(@Body({ schema: ReadinessQuestion }) question: ReadinessQuestion): Promise<ReadinessAnswer> {
    return this.readiness.of(question.template_ids);
  }
}

function cell(
  templateId: string,
  { recipe, stateFor }: MatrixColumn,
): TemplatePage['items'][number]['automations'][number] {
  const { enabled, from, automationId, settings } = stateFor(templateId);
  return {
    recipe: recipe.key,
    enabled,
    from,
    automation_id: automationId,
    settings: settingsWithDefaults(recipe, settings),
  };
}
