import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { instantOf } from '../database/partitions.js';
import { sql, sqlOne } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { runFilter } from '../runs/run-filter.js';
import type { RunRow } from '../runs/run-row.js';
import { searchRuns } from '../runs/run-text.js';
import { EffectHistory } from './effect-history.js';
import { pageQuery, toPage } from './page.js';
import type { RunDetail, RunPage, RunSummary, StepView } from './run-view.js';

export const RunQuery = z.strictObject({
  ...pageQuery,
  before: z.uuid().optional().describe('`next` of the page before'),
  ...runFilter,
});
export type RunQuery = z.infer<typeof RunQuery>;

type SummaryRow = Omit<RunRow, 'scope'> & { recipe_key: string; recipe_name: string; deal_name: string | null };
type StepRow = Omit<StepView, 'started_at' | 'finished_at' | 'failed_attempts'> & {
  started_at: Date;
  finished_at: Date | null;
};
interface AttemptRow {
  path: string;
  number: number;
  finished_at: Date;
  error: StepView['failed_attempts'][number]['error'];
}

const SELECT = `
  select run.*, recipe.key as recipe_key, v.content ->> 'name' as recipe_name,
    (select name from subject where subject.kind = 'deal' and subject.id = run.deal_id) as deal_name
  from run
  join recipe on recipe.id = run.recipe_id
  join recipe_version v on v.recipe_id = run.recipe_id and v.version = run.recipe_version`;

/** Reads runs and their journal. */
@Injectable()
export class RunHistory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly effects: EffectHistory,
  ) {}

  async list({ before, limit, ...filter }: RunQuery): Promise<z.infer<typeof RunPage>> {
    const { where, end } = await searchRuns(this.dataSource.manager, filter, before);
    const rows = await sql<SummaryRow>(
      this.dataSource.manager,
      `${SELECT} ${where.text} order by run.id desc limit ${where.parameter(limit + 1)}`,
      where.parameters,
    );
    const page = toPage(rows, limit, toSummary, (row) => row.id);
    if (page.next !== null || end === undefined) return { ...page, searched_to: null };
    return { ...page, next: end, searched_to: instantOf(end).toISOString() };
  }

  /** Throws a 404 when there is no such run. */
  async one(id: string): Promise<RunDetail> {
    const row = await sqlOne<SummaryRow & { scope: RunDetail['scope'] }>(
      this.dataSource.manager,
      `select one.*, run_scope.scope from (${SELECT} where run.id = $1) one
       left join run_scope on run_scope.run_id = one.id`,
      [id],
    );
    if (!row) throw notFound(said`run ${id}`);
    return {
      ...toSummary(row),
      scope: row.scope,
      steps: await this.stepsOf(id),
      effects: await this.effects.ofRun(id),
    };
  }

  private async stepsOf(runId: string): Promise<StepView[]> {
    const steps = await sql<StepRow>(this.dataSource.manager, `select * from step where run_id = $1 order by seq`, [
      runId,
    ]);
    const attempts = await sql<AttemptRow>(
      this.dataSource.manager,
      `select path, number, finished_at, error from attempt where run_id = $1 order by path, number`,
      [runId],
    );
    return steps.map((step) =>
      toStepView(
        step,
        attempts.filter((attempt) => attempt.path === step.path),
      ),
    );
  }
}

const toStepView = (row: StepRow, attempts: AttemptRow[]): StepView => ({
  path: row.path,
  step_id: row.step_id,
  kind: row.kind,
  connector: row.connector,
  action: row.action,
  status: row.status,
  attempts: row.attempts,
  input: row.input,
  plan: row.plan,
  output: row.output,
  error: row.error,
  notes: row.notes,
  started_at: row.started_at.toISOString(),
  finished_at: row.finished_at?.toISOString() ?? null,
  failed_attempts: attempts.map(({ number, finished_at, error }) => ({ number, at: finished_at.toISOString(), error })),
});

const toSummary = (row: SummaryRow): RunSummary => ({
  id: row.id,
  event_id: row.event_id,
  retry_of: row.retry_of,
  undo_of: row.undo_of,
  recipe: { key: row.recipe_key, name: row.recipe_name, version: row.recipe_version },
  status: row.status,
  reason: row.reason,
  error: row.error,
  failure_group: row.failure_group,
  document: row.document_id === null ? null : { id: row.document_id, name: row.document_name },
  deal_id: row.deal_id,
  deal_name: row.deal_name,
  template_id: row.template_id,
  occurred_at: row.occurred_at.toISOString(),
  created_at: row.created_at.toISOString(),
  started_at: row.started_at?.toISOString() ?? null,
  finished_at: row.finished_at?.toISOString() ?? null,
  due_at: row.due_at?.toISOString() ?? null,
});
