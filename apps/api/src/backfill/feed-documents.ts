import { Injectable } from '@nestjs/common';
import { ConnectorError, type IncomingEvent } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { withCallClass } from '../budget/call-class.js';
import { Connections } from '../connections/connections.js';
import { sql, sqlOne, type Tx } from '../database/sql.js';
import { Inbox } from '../ingest/inbox.js';
import { FindSubjects } from '../matching/find-subjects.js';
import type { BackfillRow } from './backfill-row.js';

/**
 * So many events and runs of one backfill are open at a time: with remotes that take a third of a second to answer they
 * make as many calls as HubSpot's larger accounts permit, and in a single process most of its lanes are left to live
 * work at any time.
 */
const OPEN_AT_A_TIME = 6;

/** Work that rests for so long is not about to go on. */
const A_LONG_REST = `interval '30 seconds'`;

export interface Fed {
  /** `full`: runs have to end first; `done`: all of them have. */
  is: 'fed' | 'full' | 'done';
  /** Why all that is open rests for a while; null while any of it is at work. */
  waitsBecause: string | null;
}

interface Open {
  open: number;
  waits_because: string | null;
}

interface Recipe {
  id: string;
  title: string;
}

interface Turn {
  document_id: string;
  name: string;
}

type Outcome = { outcome: 'skipped' | 'failed'; reason: string };

/** Hands the documents of a backfill to its recipes, as events like any other. */
@Injectable()
export class FeedDocuments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: Connections,
    private readonly findSubjects: FindSubjects,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Takes the next documents as far as there is room. Throws ConnectorError when the remote cannot be asked now; the
   * document then keeps its turn.
   */
  async feed(backfill: BackfillRow): Promise<Fed> {
    const { open, waits_because: waitsBecause } = await this.openOf(backfill.id);
    if (open >= OPEN_AT_A_TIME) return { is: 'full', waitsBecause };
    const turns = await sql<Turn>(
      this.dataSource.manager,
      `select document_id, name from backfill_document where backfill_id = $1 and outcome is null order by position limit $2`,
      [backfill.id, OPEN_AT_A_TIME - open],
    );
    if (turns.length === 0) return { is: open > 0 ? 'full' : 'done', waitsBecause };
    const recipes = await this.recipesOf(backfill);
    // Each is work of its own to the budget: one that has to wait long does not keep the others waiting in place.
    const taken = await Promise.allSettled(
      turns.map((turn) => withCallClass('backfill', () => this.take(backfill, recipes, turn))),
    );
    const failed = taken.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    return { is: 'fed', waitsBecause: null };
  }

  private async take(backfill: BackfillRow, recipes: Recipe[], turn: Turn): Promise<void> {
    const document = await this.read(turn);
    if ('outcome' in document) return this.settle(backfill.id, turn, document);
    const status = typeof document.data.status === 'string' ? document.data.status : 'unknown';
    if (!backfill.selection.statuses.includes(status)) {
      return this.settle(backfill.id, turn, { outcome: 'skipped', reason: said`Its status is ${status} by now.` });
    }
    const handled = await this.handledAt(turn.document_id, status, recipes);
    const wanted = recipes.filter((recipe) => !handled.includes(recipe));
    const reason = handled.length === 0 ? null : said`Handled at this status before: ${titlesOf(handled)}.`;
    if (wanted.length === 0) return this.settle(backfill.id, turn, { outcome: 'skipped', reason: reason ?? '' });
    for (const recipe of wanted) await this.ask(backfill.id, recipe, document);
    await this.write(this.dataSource.manager, backfill.id, turn, { outcome: 'asked', reason });
  }

  private async read({ document_id }: Turn): Promise<IncomingEvent | Outcome> {
    try {
      return await this.findSubjects.readDocument(document_id);
    } catch (error) {
      if (!(error instanceof ConnectorError) || !GIVES_UP.has(error.errorClass)) throw error;
      return { outcome: 'failed', reason: error.message };
    }
  }

  /** Asked twice it is one event: the identity names the backfill, the recipe and the document. */
  private async ask(backfillId: string, recipe: Recipe, document: IncomingEvent): Promise<void> {
    const connector = this.findSubjects.documentConnector();
    const { connectionId } = await this.connections.open(connector);
    const identity = `backfill:${backfillId}:${recipe.id}:${document.subject.id}`;
    await this.inbox.store(
      { connectionId, connector, recipeId: recipe.id },
      [{ ...document, identity }],
      async (tx) => {
        await tx.query(`update event set backfill_id = $3 where connection_id = $1 and identity = $2`, [
          connectionId,
          identity,
          backfillId,
        ]);
      },
    );
  }

  private async handledAt(documentId: string, status: string, recipes: Recipe[]): Promise<Recipe[]> {
    const rows = await sql<{ recipe_id: string }>(
      this.dataSource.manager,
      `select distinct run.recipe_id from run join run_scope on run_scope.run_id = run.id
       where run.document_id = $1 and run.recipe_id = any($2) and run.status not in ('failed', 'cancelled', 'skipped')
         and run_scope.scope -> 'trigger' ->> 'status' = $3`,
      [documentId, recipes.map(({ id }) => id), status],
    );
    return recipes.filter(({ id }) => rows.some((row) => row.recipe_id === id));
  }

  private recipesOf({ recipe_ids }: BackfillRow): Promise<Recipe[]> {
    return sql(
      this.dataSource.manager,
      `select r.id, v.content ->> 'name' as title from recipe r
       join recipe_version v on v.recipe_id = r.id and v.version = r.published_version
       where r.id = any($1) order by r.position, r.key`,
      [recipe_ids],
    );
  }

  private async openOf(backfillId: string): Promise<Open> {
    const row = await sqlOne<Open>(
      this.dataSource.manager,
      `select count(distinct id)::int as open, case when bool_and(rests) then min(reason) end as waits_because from (
         select id, due_at > now() + ${A_LONG_REST} as rests, reason from event
         where backfill_id = $1 and status = 'received'
         union all
         select run.event_id, run.waits_for ->> 'kind' = 'retry' and run.due_at > now() + ${A_LONG_REST}, run.reason
         from run join event e on e.id = run.event_id
         where run.status in ('queued', 'running', 'waiting') and run.call_class = 'backfill' and e.backfill_id = $1
       ) at_work (id, rests, reason)`,
      [backfillId],
    );
    return row ?? { open: 0, waits_because: null };
  }

  private settle(backfillId: string, turn: Turn, outcome: Outcome): Promise<void> {
    return this.write(this.dataSource.manager, backfillId, turn, outcome);
  }

  private async write(
    tx: Tx,
    backfillId: string,
    { document_id }: Turn,
    { outcome, reason }: { outcome: string; reason: string | null },
  ): Promise<void> {
    await tx.query(
      `update backfill_document set outcome = $3, reason = $4 where backfill_id = $1 and document_id = $2 and outcome is null`,
      [backfillId, document_id, outcome, reason],
    );
  }
}

/** Asking again would not help; the others wait for better times. */
const GIVES_UP: ReadonlySet<string> = new Set(['not_found', 'forbidden', 'validation', 'conflict']);

const titlesOf = (recipes: Recipe[]): string => recipes.map(({ title }) => title).join(', ');
