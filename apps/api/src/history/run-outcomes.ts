import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { sql, sqlOne } from '../database/sql.js';
import { runFilter, type RunFilter } from '../runs/run-filter.js';
import { searchRuns } from '../runs/run-text.js';
import { bucketSizeFor } from './bucket-size.js';

/** How many runs are counted at most, the newest first: so the answer does not grow slower with the years. */
const COUNTED = 50_000;
const USUAL_PERIOD_MS = 7 * 24 * 60 * 60 * 1000;

export const RunOutcomesQuery = z.strictObject({
  ...runFilter,
  from: runFilter.from.describe('Seven days before `to` when left out'),
  time_zone: z
    .string()
    .max(60)
    .default('UTC')
    .describe('IANA name such as Europe/Paris: where days begin and end. One that is not known counts as UTC'),
});
export type RunOutcomesQuery = z.infer<typeof RunOutcomesQuery>;

const counts = {
  succeeded: z.number().int(),
  succeeded_with_differences: z.number().int(),
  failed: z.number().int(),
  not_executed: z.number().int().describe('Skipped or cancelled'),
  open: z.number().int().describe('Queued, running or waiting'),
};

export const RunOutcomes = z
  .object({
    bucket: z
      .enum(['minute', 'hour', 'day', 'week', 'month'])
      .describe('The length of one bucket, by the length of the period'),
    buckets: z
      .array(z.object({ start: z.iso.datetime(), ...counts }))
      .describe('Without gaps, oldest first, by when the run was made'),
    is_complete: z.boolean().describe(`False when more than ${COUNTED} runs fit: the newest are counted`),
  })
  .meta({ id: 'RunOutcomes' });
export type RunOutcomes = z.infer<typeof RunOutcomes>;

type BucketRow = Omit<RunOutcomes['buckets'][number], 'start'> & { start: Date };

/** Counts what came of runs, over time. */
@Injectable()
export class RunOutcomeHistory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of the newest 50,000 runs that fit. */
  async count({ time_zone: wantedZone, ...filter }: RunOutcomesQuery): Promise<RunOutcomes> {
    const to = filter.to === undefined ? this.clock.now() : new Date(filter.to);
    const from = filter.from === undefined ? new Date(to.getTime() - USUAL_PERIOD_MS) : new Date(filter.from);
    const bucket = bucketSizeFor(from, to);
    const { where, end } = await searchRuns(this.dataSource.manager, { ...filter, from: from.toISOString() });
    const [size, zone, first, last] = [bucket, await this.knownZone(wantedZone), from, to].map((value) =>
      where.parameter(value),
    );
    const rows = await sql<BucketRow>(
      this.dataSource.manager,
      `with counted as (
         select date_trunc(${size}, run.created_at, ${zone}) as start, run.status
         from run ${where.text} order by run.id desc limit ${COUNTED}),
       bucket as (
         select local at time zone ${zone} as start
         from generate_series(
           date_trunc(${size}, ${first}::timestamptz at time zone ${zone}),
           ${last}::timestamptz at time zone ${zone}, ('1 ' || ${size})::interval) local)
       select bucket.start, ${COUNTS} from bucket left join counted using (start)
       group by bucket.start order by bucket.start`,
      where.parameters,
    );
    const counted = rows.reduce((sum, row) => sum + totalOf(row), 0);
    return {
      bucket,
      buckets: rows.map((row) => ({ ...row, start: row.start.toISOString() })),
      is_complete: end === undefined && counted < COUNTED,
    };
  }

  private async knownZone(wanted: string): Promise<string> {
    const known = await sqlOne(this.dataSource.manager, `select 1 from pg_timezone_names where name = $1`, [wanted]);
    return known ? wanted : 'UTC';
  }
}

const STATUSES: Record<keyof typeof counts, readonly NonNullable<RunFilter['status']>[]> = {
  succeeded: ['succeeded'],
  succeeded_with_differences: ['succeeded_with_differences'],
  failed: ['failed'],
  not_executed: ['skipped', 'cancelled'],
  open: ['queued', 'running', 'waiting'],
};
const COUNTS = Object.entries(STATUSES)
  .map(([name, of]) => `(count(*) filter (where status in ('${of.join("', '")}')))::int as ${name}`)
  .join(', ');

const totalOf = (row: BucketRow): number =>
  row.succeeded + row.succeeded_with_differences + row.failed + row.not_executed + row.open;
