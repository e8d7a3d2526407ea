import { Injectable } from '@nestjs/common';
import { canonicalize, type Recipe } from '@tandem/recipes';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.js';
import type { Publication } from './recipe-view.js';
import { RecipeStore } from './recipe-store.js';
import type { RecipeRow } from './recipe.entity.js';
import { ReviewRecipe } from './review-recipe.js';
import { staleRevision } from './stale-revision.js';

/** Makes an immutable version of a draft. */
@Injectable()
export class PublishRecipe {
  constructor(
    private readonly store: RecipeStore,
    private readonly review: ReviewRecipe,
    private readonly audit: Audit,
  ) {}

  /**
   * Throws 404, 409 when the draft is no longer the named revision, 422 with its errors when it has any.
   * @param revision undefined: whatever the draft is now
   */
  async publish(key: string, revision: number | undefined): Promise<Publication> {
    return this.store.transaction(async (tx) => {
      const row = await this.store.lock(tx, key);
      if (revision !== undefined && revision !== row.draftRevision) throw staleRevision(row, undefined);
      return this.publishContent(tx, row, await this.review.faultless(row.draft));
    });
  }

  /** Lock the recipe first. Content that equals the published version makes no new one. */
  async publishContent(tx: EntityManager, row: RecipeRow, content: Recipe): Promise<Publication> {
    const { id, key, publishedVersion: before } = row;
    if (before !== null) {
      const published = await this.store.version(row, before);
      if (canonicalize(published.content) === canonicalize(content)) return { version: before, created: false };
    }
    const version = await this.store.publish(tx, id, content);
    await this.audit.record(tx, { action: 'recipe.published', subject: `recipe ${key}`, before, after: version });
    return { version, created: true };
  }
}
