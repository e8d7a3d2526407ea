import { Injectable } from '@nestjs/common';
import { type JsonObject, type Recipe, said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { Automations } from '../automations/automations.js';
import { settingsWithDefaults } from '@tandem/recipes';
import { sqlOne } from '../database/sql.js';
import { conflict, notFound } from '../http/problem.js';
import { FindSubjects } from '../matching/find-subjects.js';
import { documentNow } from './document-now.js';
import { PreviewRun, type Preview } from './preview-run.js';
import type { PreviewBody } from './run-requests.js';
import { wouldStart } from './would-start.js';

interface Content {
  id: string;
  draft: Recipe;
  published: Recipe | null;
}

/** What a recipe would do for a document now. */
@Injectable()
export class PreviewDocument {
  constructor(
    private readonly dataSource: DataSource,
    private readonly findSubjects: FindSubjects,
    private readonly automations: Automations,
    private readonly previewRun: PreviewRun,
  ) {}

  /** Throws 404 for an unknown recipe or document, 409 when there is nothing published to preview. */
  async preview(body: PreviewBody): Promise<Preview> {
    const content = await this.contentOf(body.recipe);
    const recipe = body.content === 'draft' ? content.draft : content.published;
    if (!recipe) throw conflict(said`“${body.recipe}” was never published; preview its draft.`);
    const subject = this.findSubjects.ofEvent(await documentNow(this.findSubjects, body.document_id));
    const { trigger, templateId, dealId } = subject;
    const { settings, enabled } = await this.choiceFor(body, content.id, templateId);
    const given = { recipe, trigger, settings: settingsWithDefaults(recipe, settings) };
    const start = wouldStart({ ...given, dealId, enabled });
    return { ...(await this.previewRun.preview(given)), start };
  }

  /** Settings that come with the request are tried before anything is switched on; else the automation decides. */
  private async choiceFor(
    { settings }: PreviewBody,
    recipeId: string,
    templateId: string | null,
  ): Promise<{ settings: JsonObject; enabled: boolean }> {
    if (settings) return { settings, enabled: true };
    const [effective] = await this.automations.effectiveFor(recipeId, templateId);
    return { settings: effective?.settings ?? {}, enabled: effective?.enabled ?? false };
  }

  private async contentOf(key: string): Promise<Content> {
    const content = await sqlOne<Content>(
      this.dataSource.manager,
      `select r.id, r.draft, v.content as published from recipe r
       left join recipe_version v on v.recipe_id = r.id and v.version = r.published_version where r.key = $1`,
      [key],
    );
    if (!content) throw notFound(said`recipe “${key}”`);
    return content;
  }
}
