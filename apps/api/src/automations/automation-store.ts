import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { jsonb } from '../database/jsonb.js';
import { sql, sqlOne } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import type { AutomationQuery } from './automation-requests.js';
import type { Choice } from './effective-state.js';

/** A row with the key of its recipe. */
export interface StoredChoice extends Choice {
  recipeId: string;
  recipe: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A choice that is to be stored. */
export type NewChoice = Omit<Choice, 'id'> & { recipeId: string };

const SELECT = `
  select a.id, a.recipe_id as "recipeId", r.key as recipe, a.template_id as "templateId", a.enabled, a.settings,
         a.created_at as "createdAt", a.updated_at as "updatedAt"
  from automation a join recipe r on r.id = a.recipe_id`;

/** Reads and writes the choices; decides nothing. */
@Injectable()
export class AutomationStore {
  constructor(private readonly dataSource: DataSource) {}

  all(query: AutomationQuery = {}): Promise<StoredChoice[]> {
    return sql<StoredChoice>(
      this.dataSource.manager,
      `${SELECT}
       where ($1::text is null or r.key = $1) and ($2::text is null or a.template_id = $2)
       order by r.position, r.key, a.template_id nulls first`,
      [query.recipe ?? null, query.template_id ?? null],
    );
  }

  /** All choices for some recipes. */
  ofRecipes(recipeIds: readonly string[]): Promise<StoredChoice[]> {
    return sql<StoredChoice>(this.dataSource.manager, `${SELECT} where a.recipe_id = any($1)`, [recipeIds]);
  }

  /** Throws a 404 when there is no such choice. */
  async get(id: string): Promise<StoredChoice> {
    const row = await sqlOne<StoredChoice>(this.dataSource.manager, `${SELECT} where a.id = $1`, [id]);
    if (!row) throw notFound(said`automation ${id}`);
    return row;
  }

  /** The choice for exactly this template. Throws a 404 when it was taken back in the meantime. */
  async standing(recipe: string, templateId: string | null): Promise<StoredChoice> {
    const row = await sqlOne<StoredChoice>(
      this.dataSource.manager,
      `${SELECT} where r.key = $1 and a.template_id is not distinct from $2`,
      [recipe, templateId],
    );
    if (!row) throw notFound(said`choice for recipe "${recipe}" any more`);
    return row;
  }

  /** All choices for some recipes; nobody else changes any until the transaction ends. */
  async hold(tx: EntityManager, recipeIds: readonly string[]): Promise<StoredChoice[]> {
    await tx.query('select id from recipe where id = any($1) order by id for no key update', [recipeIds]);
    return sql<StoredChoice>(tx, `${SELECT} where a.recipe_id = any($1)`, [recipeIds]);
  }

  /** Makes or replaces choices. */
  async saveAll(tx: EntityManager, choices: readonly NewChoice[]): Promise<void> {
    if (choices.length === 0) return;
    const rows = choices.map(({ recipeId, templateId, enabled, settings }) => ({
      id: uuid(),
      recipe_id: recipeId,
      template_id: templateId,
      enabled,
      settings,
    }));
    await tx.query(
      `insert into automation (id, recipe_id, template_id, enabled, settings)
       select id, recipe_id, template_id, enabled, settings
       from jsonb_to_recordset($1) as row (id uuid, recipe_id uuid, template_id text, enabled boolean, settings jsonb)
       on conflict (recipe_id, template_id)
       do update set enabled = excluded.enabled, settings = excluded.settings, updated_at = now()`,
      [jsonb(rows)],
    );
  }

  /** Takes choices back. */
  async removeAll(tx: EntityManager, places: readonly Pick<NewChoice, 'recipeId' | 'templateId'>[]): Promise<void> {
    if (places.length === 0) return;
    const rows = places.map(({ recipeId, templateId }) => ({ recipe_id: recipeId, template_id: templateId }));
    await tx.query(
      `delete from automation a using jsonb_to_recordset($1) as row (recipe_id uuid, template_id text)
       where a.recipe_id = row.recipe_id and a.template_id is not distinct from row.template_id`,
      [jsonb(rows)],
    );
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}
