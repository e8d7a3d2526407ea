import { Injectable } from '@nestjs/common';
import { type Recipe, said } from '@tandem/recipes';
import { Audit } from '../audit/audit.js';
import { conflict, unprocessable, type Problem } from '../http/problem.js';
import type { CloneBody, DraftBody } from './recipe-requests.js';
import { RecipeStore } from './recipe-store.js';
import type { RecipeRow } from './recipe.entity.js';
import { ReviewRecipe } from './review-recipe.js';
import { staleRevision } from './stale-revision.js';

/** Creates recipes and saves their drafts. */
@Injectable()
export class EditRecipe {
  constructor(
    private readonly store: RecipeStore,
    private readonly review: ReviewRecipe,
    private readonly audit: Audit,
  ) {}

  /** Throws 422 with every error of the recipe, 409 when its key is taken. */
  async import(json: Record<string, unknown>): Promise<RecipeRow> {
    return this.create(await this.review.faultless(json), 'recipe.imported');
  }

  /** A copy of another recipe's draft, to vary. Throws 404, or 409 when the key is taken. */
  async clone(original: string, { key, name }: CloneBody): Promise<RecipeRow> {
    const { draft } = await this.store.get(original);
    return this.create({ ...draft, key, name }, 'recipe.cloned');
  }

  /**
   * A draft may be unfinished, but must be well formed and may reach for nothing that an expression may never read.
   * Throws 404, 409 with both drafts when the revision is stale, 409 for a built-in recipe, 422 with the issues.
   */
  async saveDraft(key: string, { revision, recipe }: DraftBody): Promise<RecipeRow> {
    await this.store.get(key);
    const draft = this.review.wellFormed(recipe, '/recipe');
    if (draft.key !== key) throw otherKey(key);
    await this.store.transaction(async (tx) => {
      const row = await this.store.lock(tx, key);
      if (row.builtIn) throw builtInIsFixed(key);
      if (row.draftRevision !== revision) throw staleRevision(row, recipe);
      await this.store.saveDraft(tx, row.id, draft);
    });
    return this.store.get(key);
  }

  private async create(draft: Recipe, action: string): Promise<RecipeRow> {
    await this.store.transaction(async (tx) => {
      await this.store.insert(tx, { draft, builtIn: false });
      await this.audit.record(tx, {
        action,
        subject: `recipe ${draft.key}`,
        before: null,
        after: { name: draft.name },
      });
    });
    return this.store.get(draft.key);
  }
}

const builtInIsFixed = (key: string): Problem =>
  conflict(said`“${key}” comes with Tandem and stays as it is. Clone it and change the copy.`, { type: 'built_in' });

const otherKey = (key: string): Problem =>
  unprocessable(said`A recipe keeps its key.`, [
    { in: 'body', pointer: '/recipe/key', message: said`Must be "${key}".`, suggestion: key },
  ]);
