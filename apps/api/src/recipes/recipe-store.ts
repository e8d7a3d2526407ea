import { Injectable } from '@nestjs/common';
import { type Recipe, said } from '@tandem/recipes';
import { DataSource, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { conflict, notFound } from '../http/problem.js';
import { RecipeVersionRow } from './recipe-version.entity.js';
import { RecipeRow } from './recipe.entity.js';

export interface NewRecipe {
  draft: Recipe;
  builtIn: boolean;
  /** Left out: after the built-in ones. */
  position?: number;
}

/** Reads and writes recipes; decides nothing. */
@Injectable()
export class RecipeStore {
  private readonly recipes: Repository<RecipeRow>;
  private readonly versions: Repository<RecipeVersionRow>;

  constructor(private readonly dataSource: DataSource) {
    this.recipes = dataSource.getRepository(RecipeRow);
    this.versions = dataSource.getRepository(RecipeVersionRow);
  }

  /** In the order of the matrix. */
  all(): Promise<RecipeRow[]> {
    return this.recipes.find({ order: { position: 'ASC', key: 'ASC' } });
  }

  find(key: string): Promise<RecipeRow | null> {
    return this.recipes.findOneBy({ key });
  }

  /** Throws a 404 when there is no such recipe. */
  async get(key: string): Promise<RecipeRow> {
    const row = await this.find(key);
    if (!row) throw notFound(said`recipe "${key}"`);
    return row;
  }

  /** Holds other changes of this recipe off until the transaction ends. Throws a 404. */
  async lock(tx: EntityManager, key: string): Promise<RecipeRow> {
    const row = await tx.getRepository(RecipeRow).findOne({ where: { key }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound(said`recipe "${key}"`);
    return row;
  }

  /** Throws a 409 when the key is taken. */
  async insert(tx: EntityManager, { draft, builtIn, position = 1000 }: NewRecipe): Promise<string> {
    const id = uuid();
    const inserted = await tx.query<{ id: string }[]>(
      `insert into recipe (id, key, built_in, draft, position) values ($1, $2, $3, $4, $5)
       on conflict (key) do nothing returning id`,
      [id, draft.key, builtIn, JSON.stringify(draft), position],
    );
    if (inserted.length === 0) {
      throw conflict(
        said`There is a recipe "${draft.key}" already. Change the key, or save this as the draft of that one.`,
      );
    }
    return id;
  }

  async saveDraft(tx: EntityManager, id: string, draft: Recipe): Promise<void> {
    await tx.query(
      `update recipe set draft = $2, draft_revision = draft_revision + 1, updated_at = now() where id = $1`,
      [id, JSON.stringify(draft)],
    );
  }

  /** Appends a version and makes it the published one; gives its number. Lock the recipe first. */
  async publish(tx: EntityManager, id: string, content: Recipe): Promise<number> {
    const [row] = await tx.query<{ version: number }[]>(
      `insert into recipe_version (recipe_id, version, content)
       select $1, coalesce(max(version), 0) + 1, $2 from recipe_version where recipe_id = $1
       returning version`,
      [id, JSON.stringify(content)],
    );
    const version = row?.version ?? 1;
    await tx.query(`update recipe set published_version = $2, updated_at = now() where id = $1`, [id, version]);
    return version;
  }

  /** Newest first. */
  versionsOf(recipeId: string): Promise<RecipeVersionRow[]> {
    return this.versions.find({ where: { recipeId }, order: { version: 'DESC' } });
  }

  /** Throws a 404 when there is no such version. */
  async version({ id, key }: RecipeRow, version: number): Promise<RecipeVersionRow> {
    const row = await this.versions.findOneBy({ recipeId: id, version });
    if (!row) throw notFound(said`version ${String(version)} of recipe "${key}"`);
    return row;
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
