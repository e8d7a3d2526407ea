import { Injectable } from '@nestjs/common';
import { type Recipe, said } from '@tandem/recipes';
import { DataSource, type Repository } from 'typeorm';
import { sql, sqlOne } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { RecipeVersionRow } from './recipe-version.entity.js';

const KEPT = 500;

/** A published version of a recipe, as the run engine needs it. */
export interface PublishedRecipe {
  recipeId: string;
  version: number;
  recipe: Recipe;
}

/** Published versions by number. They never change, so they are kept once read. */
@Injectable()
export class RecipeVersions {
  private readonly kept = new Map<string, Recipe>();
  private readonly table: Repository<RecipeVersionRow>;

  constructor(private readonly dataSource: DataSource) {
    this.table = dataSource.getRepository(RecipeVersionRow);
  }

  /** The version that new runs take; null when the recipe does not exist or was never published. */
  async published(recipeId: string): Promise<PublishedRecipe | null> {
    return this.publishedWhere('id = $1', recipeId);
  }

  /** The published version of the recipe with this key, for `call` steps; null as above. */
  async publishedByKey(key: string): Promise<PublishedRecipe | null> {
    return this.publishedWhere('key = $1', key);
  }

  /** Of every published recipe, in the order of the matrix. */
  async allPublished(): Promise<PublishedRecipe[]> {
    const rows = await sql<{ id: string; version: number }>(
      this.dataSource.manager,
      `select id, published_version as version from recipe where published_version is not null order by position, key`,
    );
    return Promise.all(rows.map((row) => this.asPublished(row)));
  }

  /** Throws a 404 when there is no such version. */
  async version(recipeId: string, version: number): Promise<Recipe> {
    const place = `${recipeId}/${version}`;
    const known = this.kept.get(place);
    if (known) return known;
    const row = await this.table.findOneBy({ recipeId, version });
    if (!row) throw notFound(said`version ${String(version)} of this recipe`);
    this.keep(place, row.content);
    return row.content;
  }

  private async publishedWhere(condition: 'id = $1' | 'key = $1', value: string): Promise<PublishedRecipe | null> {
    const row = await sqlOne<{ id: string; version: number }>(
      this.dataSource.manager,
      `select id, published_version as version from recipe where ${condition} and published_version is not null`,
      [value],
    );
    return row ? this.asPublished(row) : null;
  }

  private async asPublished({ id, version }: { id: string; version: number }): Promise<PublishedRecipe> {
    return { recipeId: id, version, recipe: await this.version(id, version) };
  }

  /** The oldest goes first when there are too many. */
  private keep(place: string, recipe: Recipe): void {
    this.kept.set(place, recipe);
    if (this.kept.size <= KEPT) return;
    for (const oldest of this.kept.keys()) {
      this.kept.delete(oldest);
      return;
    }
  }
}
