/**
 * npm run measure:history: how long the database takes for what people look at, on a database that scripts/fill.mjs
 * filled. Runs the queries of apps/api/src/history themselves, each with values picked at random from what there is.
 *   DATABASE_URL  the database
 *   --samples     per question (200)
 */
import { parseArgs } from 'node:util';
import './load-typescript.mjs';
import { percentile } from './bench/load.mjs';

const { dataSourceOptions, openDataSource } = await import('../apps/api/src/database/open-data-source.ts');
const { migrate } = await import('../apps/api/src/database/migrate.ts');
const { EffectHistory, EffectQuery } = await import('../apps/api/src/history/effect-history.ts');
const { RunHistory, RunQuery } = await import('../apps/api/src/history/run-history.ts');

const GOAL_MS = 50;
const { values } = parseArgs({ options: { samples: { type: 'string', default: '200' } } });
const url = process.env.DATABASE_URL;
if (!url) throw new Error('Name the database in DATABASE_URL');
const dataSource = await openDataSource(dataSourceOptions(url, 2));
await migrate(dataSource);
const effects = new EffectHistory(dataSource);
const runs = new RunHistory(dataSource, effects);

const sample = await someRuns();
const failed = sample.filter((run) => run.failure_group !== null);
const any = (rows) => rows[Math.floor(Math.random() * rows.length)];
const list = (query) => runs.list(RunQuery.parse(query));
const iso = (run, days) => new Date(run.created_at.getTime() + days * 86_400_000).toISOString();

const questions = {
  'all runs': () => list({}),
  'by status succeeded': () => list({ status: 'succeeded' }),
  'by status failed': () => list({ status: 'failed' }),
  'by status waiting (none)': () => list({ status: 'waiting' }),
  'by recipe': () => list({ recipe: any(sample).key }),
  'by template': () => list({ template: any(sample).template_id }),
  'by deal': () => list({ deal: any(sample).deal_id }),
  'by the busiest deal': () => list({ deal: '0' }),
  'by document': () => list({ document: any(sample).document_id }),
  'by failure group': () => list({ group: any(failed).failure_group }),
  'of a day': () => list({ from: iso(any(sample), 0), to: iso(any(sample), 1) }),
  'before a day': () => list({ to: iso(any(sample), 0) }),
  'by text: a name': () => list({ text: `proposal ${any(sample).document_id.slice(3)}` }),
  'by text: nothing': () => list({ text: 'nowhere' }),
  'a page far back': () => list({ before: any(sample).id }),
  'one run': () => runs.one(any(sample).id),
  'ledger of a deal': () => effects.list(EffectQuery.parse({ deal: any(sample).deal_id })),
  'ledger of the busiest deal': () => effects.list(EffectQuery.parse({ deal: '0' })),
  'ledger of a document': () => effects.list(EffectQuery.parse({ document: any(sample).document_id })),
  'whole ledger': () => effects.list(EffectQuery.parse({})),
};

const [{ count, size }] = await dataSource.query(
  `select (select sum(reltuples)::bigint from pg_class where relname ~ '^run_[0-9]{4}_[0-9]{2}$') as count,
     pg_size_pretty(pg_database_size(current_database())) as size`,
);
console.log(`About ${count} runs, ${size}, ${values.samples} samples each\n`);
console.log(`${''.padEnd(30)} ${['p50 ms', 'p99 ms'].map((head) => head.padStart(9)).join('')}`);
let isMissed = false;
for (const [name, ask] of Object.entries(questions)) {
  const took = [];
  await ask();
  for (let n = 0; n < Number(values.samples); n++) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  const p99 = percentile(took, 0.99);
  isMissed ||= p99 > GOAL_MS;
  const cells = [percentile(took, 0.5), p99].map((ms) => ms.toFixed(1).padStart(9)).join('');
  console.log(`${name.padEnd(30)} ${cells}${p99 > GOAL_MS ? `   over ${GOAL_MS}` : ''}`);
}
await dataSource.destroy();
process.exitCode = isMissed ? 1 : 0;

/** From all months alike. */
function someRuns() {
  return dataSource.query(
    `select run.*, recipe.key from run join recipe on recipe.id = run.recipe_id
     where run.seq % (select greatest(1, max(seq) / 2000) from run) = 0`,
  );
}
