/**
 * Fills an empty PostgreSQL with invented history, to measure on: npm run fill -- --runs 1000000
 *   DATABASE_URL  the database; it must hold no run
 *   --runs        how many runs (1,000,000), each with two steps and one effect
 *   --months      spread over so many months up to now (12); payloads only in the last four, as retention leaves it
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import './load-typescript.mjs';
import { effectRows, runRows, scopeRows, stepRows } from './bench/history-rows.mjs';

const { dataSourceOptions, openDataSource } = await import('../apps/api/src/database/open-data-source.ts');
const { migrate } = await import('../apps/api/src/database/migrate.ts');
const { PARTITIONED, attachStatement, firstIdAt, monthStart, partitionsOf } =
  await import('../apps/api/src/database/partitions.ts');

const FILLED = { run: runRows, run_scope: scopeRows, step: stepRows, effect: effectRows };
const MONTHS_WITH_PAYLOADS = 4;
const BUILT_IN = ['change-deal-stage', 'attach-pdf', 'update-deal-properties', 'update-line-items', 'import-from-crm'];

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000000' }, months: { type: 'string', default: '12' } },
});
const [runs, months] = [Number(values.runs), Number(values.months)];
const url = process.env.DATABASE_URL;
if (!url) throw new Error('Name the database in DATABASE_URL');

const began = Date.now();
const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
await prepare();
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'`);
const perMonth = Math.floor(runs / months);
for (let month = 0; month < months; month++) {
  await fillMonth(month - months + 1, month * perMonth, month === months - 1 ? runs - perMonth * month : perMonth);
  console.log(`${seconds()}: month ${month + 1} of ${months}`);
}
await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', ['run', 'seq', runs]);
await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', ['effect', 'seq', runs]);
await client.query('vacuum analyze');
const [{ size }] = (await client.query('select pg_size_pretty(pg_database_size(current_database())) as size')).rows;
console.log(`${seconds()}: ${runs} runs, ${size}`);
await client.end();

/** The schema, recipes to belong to, and no month but those to come. */
async function prepare() {
  const dataSource = await openDataSource(dataSourceOptions(url));
  await migrate(dataSource);
  const [{ used }] = await dataSource.query('select exists (select 1 from run) as used');
  if (used) throw new Error('This database has runs already; take an empty one');
  for (const key of BUILT_IN) {
    await dataSource.query(
      `with made as (insert into recipe (id, key, built_in, draft, published_version)
         values (gen_random_uuid(), $1, true, '{}', 1) on conflict (key) do update set key = excluded.key returning id)
       insert into recipe_version (recipe_id, version, content) select id, 1, $2 from made on conflict do nothing`,
      [key, { name: key }],
    );
  }
  for (const table of PARTITIONED) {
    const [first] = await partitionsOf(dataSource.manager, table);
    await dataSource.query(`drop table ${first.name}`);
  }
  await dataSource.destroy();
}

async function fillMonth(offset, firstRun, count) {
  const [start, end] = [monthStart(new Date(), offset), monthStart(new Date(), offset + 1)];
  const until = offset === 0 ? Date.now() : end.getTime();
  for (const table of PARTITIONED) {
    const name = `${table}_${start.toISOString().slice(0, 7).replace('-', '_')}`;
    await client.query(
      `create table ${name} (like ${table} including defaults including constraints including storage)`,
    );
    const isPayload = table === 'run_scope' || table === 'step';
    if (FILLED[table] && (!isPayload || offset > -MONTHS_WITH_PAYLOADS)) {
      await client.query(
        FILLED[table](name),
        [firstRun, count, start.getTime(), until - start.getTime(), runs].slice(0, 5),
      );
    }
    await client.query(attachStatement({ table, name, from: firstIdAt(start), to: firstIdAt(end) }));
  }
}
