import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { sql } from '../database/sql.js';
import { withoutIds } from '../runs/failure-group.js';
import { runFilter } from '../runs/run-filter.js';
import { searchRuns } from '../runs/run-text.js';
import { Failure } from './run-view.js';

/** How many failures are counted at most, the newest first: so the answer does not grow slower with the years. */
const COUNTED = 20_000;

export const FailureGroupQuery = z
  .strictObject(runFilter)
  .omit({ status: true, group: true })
  .extend({
    limit: z.coerce.number().int().min(1).max(50).default(20),
  });
export type FailureGroupQuery = z.infer<typeof FailureGroupQuery>;

/** Failures with one cause: as a rule one remedy helps all of them. */
export const FailureGroupView = z
  .object({
    id: z.string().describe('For the filter `group` of runs'),
    recipe: z.object({ key: z.string(), name: z.string() }),
    step: z.object({
      path: z.string().describe('Empty when the run failed outside of a step'),
      connector: z.string().nullable(),
      action: z.string().nullable(),
    }),
    message: z.string().describe('What was said, with `…` where ids and numbers differ from run to run'),
    count: z.number().int(),
    first_at: z.iso.datetime().describe('When the oldest counted run of the group failed'),
    last_at: z.iso.datetime(),
    sample: z.object({ run_id: z.uuid(), error: Failure }).describe('The newest run of the group, with its remedy'),
  })
  .meta({ id: 'FailureGroup' });
export type FailureGroupView = z.infer<typeof FailureGroupView>;

export const FailureGroups = z
  .object({
    items: z.array(FailureGroupView).describe('Largest first'),
    is_complete: z.boolean().describe(`False when there are more than ${COUNTED} failures: the newest are counted`),
  })
  .meta({ id: 'FailureGroups' });

interface GroupRow {
  failure_group: string;
  recipe_key: string;
  recipe_name: string;
  connector: string | null;
  action: string | null;
  error: z.infer<typeof Failure>;
  count: number;
  counted: number;
  first_at: Date;
  last_at: Date;
  sample_id: string;
}

/** Counts failures by what they have in common. */
@Injectable()
export class FailureGroupHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the runs that have failed and were not taken up again, the newest 20,000 that fit. */
  async list({ limit, ...filter }: FailureGroupQuery): Promise<z.infer<typeof FailureGroups>> {
    const { where, end } = await searchRuns(this.dataSource.manager, { ...filter, status: 'failed' });
    where.and('run.failure_group is not null and ?', true);
    const rows = await sql<GroupRow>(
      this.dataSource.manager,
      `with failed as (
         select run.id, run.failure_group, coalesce(run.finished_at, run.created_at) as at
         from run ${where.text} order by run.id desc limit ${COUNTED}),
       groups as (
         select failure_group, count(*)::int as count, min(at) as first_at, max(at) as last_at,
           (array_agg(id order by id desc))[1] as sample_id, (sum(count(*)) over ())::int as counted
         from failed group by failure_group order by count desc, sample_id desc limit ${where.parameter(limit)})
       select groups.*, run.error, recipe.key as recipe_key, v.content ->> 'name' as recipe_name,
         step.connector, step.action
       from groups
       join run on run.id = groups.sample_id
       join recipe on recipe.id = run.recipe_id
       join recipe_version v on v.recipe_id = run.recipe_id and v.version = run.recipe_version
       left join step on step.run_id = run.id and step.path = run.error ->> 'path'
       order by groups.count desc, groups.sample_id desc`,
      where.parameters,
    );
    return { items: rows.map(toView), is_complete: end === undefined && (rows[0]?.counted ?? 0) < COUNTED };
  }
}

const toView = (row: GroupRow): FailureGroupView => ({
  id: row.failure_group,
  recipe: { key: row.recipe_key, name: row.recipe_name },
  step: { path: row.error.path ?? '', connector: row.connector, action: row.action },
  message: withoutIds(row.error.message),
  count: row.count,
  first_at: row.first_at.toISOString(),
  last_at: row.last_at.toISOString(),
  sample: { run_id: row.sample_id, error: row.error },
});
