import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@tandem/recipes';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
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

  /** Throws a 404 when there is no such choice. */
  async get(tx: EntityManager, id: string): Promise<StoredChoice> {
    const row = await sqlOne<StoredChoice>(tx, `${SELECT} where a.id = $1`, [id]);
    if (!row) throw notFound(`automation ${id}`);
    return row;
  }

  /** The choice for exactly this template, held until the transaction ends. */
  find(tx: EntityManager, recipeId: string, templateId: string | null): Promise<StoredChoice | undefined> {
    return sqlOne<StoredChoice>(
      tx,
      `${SELECT} where a.recipe_id = $1 and a.template_id is not distinct from $2 for update of a`,
      [recipeId, templateId],
    );
  }

  /** Makes or replaces the choice for this recipe and template; gives its id. */
  async save(tx: EntityManager, recipeId: string, choice: Omit<Choice, 'id'>): Promise<string> {
    const id = uuid();
    const row = await sqlOne<{ id: string }>(
      tx,
      `insert into automation (id, recipe_id, template_id, enabled, settings) values ($1, $2, $3, $4, $5)
       on conflict (recipe_id, template_id)
       do update set enabled = excluded.enabled, settings = excluded.settings, updated_at = now()
       returning id`,
      [id, recipeId, choice.templateId, choice.enabled, JSON.stringify(choice.settings)],
    );
    return row?.id ?? id;
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.query('delete from automation where id = $1', [id]);
  }

  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }
}

/** What the audit and the API show of a choice. */
export const settingsOf = ({ enabled, settings }: Pick<Choice, 'enabled' | 'settings'>): JsonObject => ({
  enabled,
  settings,
});
