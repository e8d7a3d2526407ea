import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { builtinRecipes, canonicalize, type Recipe } from '@tandem/recipes';
import type { EntityManager } from 'typeorm';
import { PublishRecipe } from './publish-recipe.js';
import { RecipeStore } from './recipe-store.js';

const STEP = 10;

/**
 * At start: the recipes that come with the product are there, published, and as this release has them.
 * A changed one becomes a new version; runs of older versions go on with those.
 */
@Injectable()
export class SeedBuiltIns implements OnModuleInit {
  private readonly logger = new Logger('Recipes');

  constructor(
    private readonly store: RecipeStore,
    private readonly publishRecipe: PublishRecipe,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.store.transaction(async (tx) => {
      // Two processes may start at once; one seeds, the other finds it done.
      await tx.query(`select pg_advisory_xact_lock(hashtext('tandem.seed_built_ins'))`);
      for (const [index, recipe] of builtinRecipes.entries()) await this.seed(tx, recipe, (index + 1) * STEP);
    });
  }

  private async seed(tx: EntityManager, recipe: Recipe, position: number): Promise<void> {
    if (!(await this.store.find(recipe.key))) await this.store.insert(tx, { draft: recipe, builtIn: true, position });
    const row = await this.store.lock(tx, recipe.key);
    if (!row.builtIn) {
      this.logger.warn(`The built-in recipe "${recipe.key}" is left out: a recipe of yours has that key.`);
      return;
    }
    if (canonicalize(row.draft) !== canonicalize(recipe)) await this.store.saveDraft(tx, row.id, recipe);
    await this.publishRecipe.publishContent(tx, row, recipe);
  }
}
