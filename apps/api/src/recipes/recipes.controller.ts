import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recipe } from '@tandem/recipes';
import { z } from 'zod';
import { jsonSchema } from '../catalogue/json-schema.js';
import { Answers, AnswersNothing, Refuses } from '../http/describe.js';
import { Key } from '../http/path-params.js';
import { EditRecipe } from './edit-recipe.js';
import { CloneBody, DraftBody, ImportBody, RemovalQuery, ValidateBody } from './recipe-requests.js';
import { RecipeCatalogue } from './recipe-catalogue.js';
import { RecipeStore } from './recipe-store.js';
import { CallableRecipes, RecipeList, RecipeView, summaryOf, Verdict } from './recipe-view.js';
import type { RecipeRow } from './recipe.entity.js';
import { RemoveRecipe } from './remove-recipe.js';
import { ReviewRecipe } from './review-recipe.js';

@ApiTags('Recipes')
@Controller('api/recipes')
export class RecipesController {
  constructor(
    private readonly store: RecipeStore,
    private readonly review: ReviewRecipe,
    private readonly editRecipe: EditRecipe,
    private readonly removeRecipe: RemoveRecipe,
    private readonly catalogue: RecipeCatalogue,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All recipes', description: 'In the order in which the runs of one event happen.' })
  @Answers(RecipeList, 'Without their steps')
  async list(): Promise<z.output<typeof RecipeList>> {
    return { items: (await this.store.all()).map(summaryOf) };
  }

  @Get('schema')
  @ApiOperation({ summary: 'The JSON Schema of a recipe', description: 'Draft 2020-12, for editors and programs.' })
  @Answers(z.record(z.string(), z.unknown()), 'The schema')
  schema(): object {
    return jsonSchema(Recipe, 'input');
  }

  @Get('callable')
  @ApiOperation({
    summary: 'The recipes that steps can call, as published',
    description: 'Those whose trigger is `call`, with what they take.',
  })
  @Answers(CallableRecipes, 'By name')
  async callable(): Promise<z.output<typeof CallableRecipes>> {
    return { items: await this.catalogue.callable() };
  }

  @Post('validate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Check a recipe without saving it',
    description: 'Takes anything; whatever is wrong is in the answer, each with a JSON pointer into the recipe.',
  })
  @Answers(Verdict, 'What there is to say about it')
  @Refuses({})
  async validate(@Body({ schema: ValidateBody }) { recipe }: z.output<typeof ValidateBody>): Promise<Verdict> {
    return verdict(await this.review.issuesOf(recipe));
  }

  @Get(':key')
  @ApiOperation({ summary: 'One recipe with its draft and the issues of the draft' })
  @Answers(RecipeView, 'The recipe')
  @Refuses({ 404: 'There is no such recipe' })
  async one(@Param('key', { schema: Key }) key: string): Promise<RecipeView> {
    return this.view(await this.store.get(key));
  }

  @Post()
  @ApiOperation({
    summary: 'Create a recipe, or import an exported one',
    description: 'The body is the recipe itself. It is a draft at first: publish it to let it run.',
  })
  @Answers(RecipeView, 'The new recipe', 201)
  @Refuses({ 409: 'Its key is taken', 422: 'It has errors; `issues` points into the body' })
  async import(@Body({ schema: ImportBody }) json: z.output<typeof ImportBody>): Promise<RecipeView> {
    return this.view(await this.editRecipe.import(json));
  }

  @Post(':key/clone')
  @ApiOperation({ summary: 'Copy a recipe to vary it', description: 'The copy has the draft of the original.' })
  @Answers(RecipeView, 'The copy', 201)
  @Refuses({ 404: 'There is no such recipe', 409: 'The new key is taken' })
  async clone(
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: CloneBody }) body: CloneBody,
  ): Promise<RecipeView> {
    return this.view(await this.editRecipe.clone(key, body));
  }

  @Put(':key/draft')
  @ApiOperation({
    summary: 'Save the draft',
    description:
      'Names the revision it is based on. An unfinished draft is kept with its issues; one that is not well formed is not.',
  })
  @Answers(RecipeView, 'As it is now, on the next revision')
  @Refuses({
    404: 'There is no such recipe',
    409: 'The revision is stale (`current` and `yours` hold both drafts), or the recipe is built in',
    422: 'It is not well formed; `issues` points into the body',
  })
  async saveDraft(
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: DraftBody }) body: DraftBody,
  ): Promise<RecipeView> {
    return this.view(await this.editRecipe.saveDraft(key, body));
  }

  @Post(':key/validate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check the draft', description: 'Needs no body.' })
  @Answers(Verdict, 'What there is to say about it')
  @Refuses({ 404: 'There is no such recipe' })
  async validateDraft(@Param('key', { schema: Key }) key: string): Promise<Verdict> {
    return verdict(await this.review.issuesOf((await this.store.get(key)).draft));
  }

  @Delete(':key')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a recipe with its versions, and with `with_history` its runs' })
  @AnswersNothing('It is gone')
  @Refuses({
    404: 'There is no such recipe',
    409: 'It is built in, switched on somewhere, called by another recipe, or has runs',
  })
  async remove(
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: RemovalQuery }) query: z.output<typeof RemovalQuery>,
  ): Promise<void> {
    await this.removeRecipe.remove(key, query.with_history === 'true');
  }

  private async view(row: RecipeRow): Promise<RecipeView> {
    return { ...summaryOf(row), draft: row.draft, issues: await this.review.issuesOf(row.draft) };
  }
}

const verdict = (issues: Verdict['issues']): Verdict => ({
  valid: issues.every(({ severity }) => severity !== 'error'),
  issues,
});
