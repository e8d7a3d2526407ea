import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Audit } from '../audit/audit.js';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { conflict, notFound, unprocessable } from '../http/problem.js';
import { RecipeVersions } from '../recipes/recipe-versions.js';
import type { BackfillDocuments, BackfillView, NewBackfill } from './backfill-requests.js';
import { backfillWithProgress, newestBackfills } from './backfill-row.js';
import { moves, type BackfillStatus, type Move } from './backfill-status.js';

const SHOWN = 50;
const SHOWN_DOCUMENTS = 200;

/** What people do with backfills; the work itself is done by whichever worker drives them. */
@Injectable()
export class Backfills {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: RecipeVersions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  newest(): Promise<BackfillView[]> {
    return newestBackfills(this.dataSource.manager, SHOWN);
  }

  /** Throws a 404. */
  one(id: string): Promise<BackfillView> {
    return this.shown(this.dataSource.manager, id);
  }

  /** Counts from now on and waits then to be started. Throws a 422 that names a recipe which cannot be run so. */
  async create({ recipes, selection }: NewBackfill): Promise<BackfillView> {
    const recipeIds = await Promise.all([...new Set(recipes)].map((key) => this.recipeIdOf(key, recipes.indexOf(key))));
    const id = uuid();
    return this.dataSource.transaction(async (tx) => {
      await tx.query(
        `insert into backfill (id, recipe_ids, selection, status, created_at) values ($1, $2, $3, 'counting', $4)`,
        [id, recipeIds, jsonb(selection), this.clock.now()],
      );
      const after = { recipes, selection };
      await this.audit.record(tx, { action: 'backfill.created', subject: `backfill ${id}`, before: null, after });
      return this.shown(tx, id);
    });
  }

  /** Throws a 404, or a 409 when it is not in a state for that. */
  async move(id: string, move: Move): Promise<BackfillView> {
    const { from, to } = moves[move];
    return this.dataSource.transaction(async (tx) => {
      const before = await statusOf(tx, id);
      if (!from.some((status) => status === before)) {
        throw conflict(said`A backfill that is ${before} cannot be ${PAST[move]}.`);
      }
      await tx.query(
        `update backfill set status = $2, reason = null, started_at = coalesce(started_at, case when $2 = 'running' then $3::timestamptz end),
           finished_at = case when $2 = 'stopped' then $3::timestamptz end
         where id = $1`,
        [id, to, this.clock.now()],
      );
      await this.audit.record(tx, {
        action: `backfill.${PAST[move]}`,
        subject: `backfill ${id}`,
        before: { status: before },
        after: { status: to },
      });
      return this.shown(tx, id);
    });
  }

  /** The first of its documents, with why one was skipped or failed. Throws a 404. */
  async documents(id: string, outcome: string | undefined): Promise<BackfillDocuments['items']> {
    await statusOf(this.dataSource.manager, id);
    return sql(
      this.dataSource.manager,
      `select document_id, name, outcome, reason from backfill_document
       where backfill_id = $1 and ($2::text is null or outcome = $2) order by position limit $3`,
      [id, outcome ?? null, SHOWN_DOCUMENTS],
    );
  }

  private async recipeIdOf(key: string, index: number): Promise<string> {
    const published = await this.versions.publishedByKey(key);
    if (published?.recipe.offer === 'template') return published.recipeId;
    const message = published ? said`Is not offered for templates.` : said`Is no published recipe.`;
    throw unprocessable(said`“${key}” cannot be done for documents of the past.`, [
      { in: 'body', pointer: `/recipes/${index}`, message },
    ]);
  }

  private async shown(tx: Tx, id: string): Promise<BackfillView> {
    const view = await backfillWithProgress(tx, id);
    if (!view) throw notFound(said`backfill ${id}`);
    return view;
  }
}

const PAST: Record<Move, string> = { start: 'started', pause: 'paused', resume: 'resumed', stop: 'stopped' };

async function statusOf(tx: Tx, id: string): Promise<BackfillStatus> {
  const row = await sqlOne<{ status: BackfillStatus }>(tx, `select status from backfill where id = $1 for update`, [
    id,
  ]);
  if (!row) throw notFound(said`backfill ${id}`);
  return row.status;
}
