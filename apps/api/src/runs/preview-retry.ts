import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Automations } from '../automations/automations.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import { Journal } from './journal.js';
import { toEntries } from './journal-entries.js';
import { PreviewRun, type Preview } from './preview-run.js';
import { recipeOfRun } from './recipe-of-run.js';
import { isWhereItFailed, latestFor, retryableRun, type RetryMode } from './retryable.js';

/** What a retry would change now. Nothing is written. */
@Injectable()
export class PreviewRetry {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: RecipeVersions,
    private readonly automations: Automations,
    private readonly journal: Journal,
    private readonly previewRun: PreviewRun,
  ) {}

  /** Throws 404 and 409 as the retry itself does. */
  async preview(runId: string, mode: RetryMode): Promise<Preview> {
    const run = await retryableRun(this.dataSource.manager, runId, mode);
    const { trigger } = run.scope;
    if (mode === 'restart') {
      const { version, settings } = await latestFor(this.automations, run);
      const recipe = await this.versions.version(run.recipe_id, version);
      return this.previewRun.preview({ recipe, trigger, settings });
    }
    const recipe = await recipeOfRun(this.versions, run);
    const done = (await this.journal.load(run.id)).filter((step) => !isWhereItFailed(run, step.path));
    return this.previewRun.preview({ recipe, trigger, settings: run.scope.settings, entries: toEntries(done) });
  }
}
