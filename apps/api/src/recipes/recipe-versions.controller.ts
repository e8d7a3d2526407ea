import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { canonicalize, diffRecipes, type Recipe, type RecipeDiff } from '@tandem/recipes';
import { z } from 'zod';
import { Answers, Refuses } from '../http/describe.js';
import { Key, VersionNumber } from '../http/path-params.js';
import { PublishRecipe } from './publish-recipe.js';
import { DiffQuery, ExportQuery, PublishBody, type Side } from './recipe-requests.js';
import { RecipeStore } from './recipe-store.js';
import { Difference, Publication, VersionList, VersionView } from './recipe-view.js';

@ApiTags('Recipes')
@Controller('api/recipes/:key')
export class RecipeVersionsController {
  constructor(
    private readonly store: RecipeStore,
    private readonly publishRecipe: PublishRecipe,
  ) {}

  @Post('publish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Publish the draft',
    description:
      'Makes a version that never changes; new runs take it, running ones keep theirs. The body may be left out.',
  })
  @Answers(Publication, 'The version that is published now')
  @Refuses({
    404: 'There is no such recipe',
    409: 'The draft is not the named revision any more',
    422: 'The draft has errors; `issues` points into it',
  })
  async publish(
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: PublishBody }) body: PublishBody,
  ): Promise<Publication> {
    return this.publishRecipe.publish(key, body?.revision);
  }

  @Get('versions')
  @ApiOperation({ summary: 'The published versions, newest first' })
  @Answers(VersionList, 'Without their contents')
  @Refuses({ 404: 'There is no such recipe' })
  async versions(@Param('key', { schema: Key }) key: string): Promise<z.output<typeof VersionList>> {
    const { id } = await this.store.get(key);
    const versions = await this.store.versionsOf(id);
    return {
      items: versions.map(({ version, publishedAt }) => ({ version, published_at: publishedAt.toISOString() })),
    };
  }

  @Get('versions/:version')
  @ApiOperation({ summary: 'One published version' })
  @Answers(VersionView, 'The version')
  @Refuses({ 404: 'There is no such recipe or version' })
  async version(
    @Param('key', { schema: Key }) key: string,
    @Param('version', { schema: VersionNumber }) version: number,
  ): Promise<VersionView> {
    const { content, publishedAt } = await this.store.version(await this.store.get(key), version);
    return { version, published_at: publishedAt.toISOString(), recipe: content };
  }

  @Get('diff')
  @ApiOperation({
    summary: 'What changed from one version to another, step by step',
    description: 'A step is the same one where its id is, wherever it went.',
  })
  @Answers(Difference, 'The differences')
  @Refuses({ 404: 'There is no such recipe or version' })
  async diff(
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: DiffQuery }) { from, to }: z.output<typeof DiffQuery>,
  ): Promise<RecipeDiff> {
    return diffRecipes(await this.content(key, from), await this.content(key, to));
  }

  @Get('export')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({
    summary: 'The recipe as a file',
    description: 'In canonical form: importing and exporting it again gives the same bytes.',
  })
  @Answers(z.record(z.string(), z.unknown()), 'The recipe')
  @Refuses({ 404: 'There is no such recipe or version' })
  async export(
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: ExportQuery }) { version }: z.output<typeof ExportQuery>,
  ): Promise<string> {
    return canonicalize(await this.content(key, version));
  }

  private async content(key: string, side: Side): Promise<Recipe> {
    const row = await this.store.get(key);
    return side === 'draft' ? row.draft : (await this.store.version(row, side)).content;
  }
}
