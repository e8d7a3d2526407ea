import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { settingsWithDefaults, type Recipe } from '@tandem/recipes';
import { Answers, Refuses } from '../http/describe.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { Templates } from '../templates/templates.js';
import { TemplateQuery } from './automation-requests.js';
import { AutomationStore, type StoredChoice } from './automation-store.js';
import { TemplatePage } from './automation-view.js';
import { effectiveState } from './effective-state.js';

/** The matrix: a row per template, a column per recipe. */
@ApiTags('Automations')
@Controller('api/templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly versions: RecipeVersions,
    private readonly store: AutomationStore,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The templates of the document system, with what is switched on for each',
    description:
      'Read live, at most 30 seconds old and at most 1,000. Recipes that are offered per template and published are ' +
      'listed, in their order.',
  })
  @Answers(TemplatePage, 'One page, by name')
  @Refuses({
    409: 'The document system is not connected, or its connection is paused',
    502: 'It did not answer',
    503: 'It asks to wait; see Retry-After',
  })
  async list(@Query({ schema: TemplateQuery }) { search, limit, offset }: TemplateQuery): Promise<TemplatePage> {
    const found = await this.templates.search(search);
    const columns = await this.columns();
    return {
      items: found.slice(offset, offset + limit).map(({ id, name }) => ({
        id,
        name,
        automations: columns.map(({ key, recipe, choices }) => cell(id, key, recipe, choices)),
      })),
      total: found.length,
      next: offset + limit < found.length ? offset + limit : null,
    };
  }

  private async columns(): Promise<{ key: string; recipe: Recipe; choices: StoredChoice[] }[]> {
    const choices = await this.store.all();
    const published = await this.versions.allPublished();
    return published
      .filter(({ recipe }) => recipe.offer === 'template' && recipe.trigger.kind === 'event')
      .map(({ recipeId, recipe }) => ({
        key: recipe.key,
        recipe,
        choices: choices.filter((choice) => choice.recipeId === recipeId),
      }));
  }
}

function cell(
  templateId: string,
  key: string,
  recipe: Recipe,
  choices: StoredChoice[],
): TemplatePage['items'][number]['automations'][number] {
  const { enabled, from, automationId, settings } = effectiveState(choices, templateId);
  return { recipe: key, enabled, from, automation_id: automationId, settings: settingsWithDefaults(recipe, settings) };
}
