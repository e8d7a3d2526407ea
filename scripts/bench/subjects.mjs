import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { NODE_FLAGS } from '../child.mjs';
import { serverCpuSeconds, startChild } from './children.mjs';
import { Load } from './load.mjs';
import { prepareEngine } from './recipe.mjs';
import { freePort } from './servers.mjs';

/** As many as the engine works on at a time. */
const AT_A_TIME = 32;

/** What is measured: a process, its load, and two questions to its database. */
async function subject(name, child, load, databaseUrl, { count, doneAt, size, close }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const one = async (statement, values) => (await client.query(statement, values)).rows[0];
  const { pid: backend } = await one('select pg_backend_pid() as pid');
  return {
    name,
    child,
    load,
    done: async () => Number((await one(count)).count),
    /** Milliseconds of the end of each document's work, by its id. */
    endings: async (since) =>
      new Map((await client.query(doneAt, [since])).rows.map((row) => [row.id, Number(row.at)])),
    footprint: () => one(size),
    /** What its database server has worked so far, all of it: nothing else uses it while a subject has its turn. */
    async server() {
      const { wal } = await one(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as wal`);
      return { cpu: serverCpuSeconds(backend), wal };
    },
    async close() {
      await client.end();
      await child.stop();
      await close?.();
    },
  };
}

export async function startReference(name, databaseUrl, remote) {
  const { signingKey } = await remote.ask();
  const env = { DATABASE_URL: databaseUrl, REMOTE_URL: remote.hello.url, SIGNING_KEY: signingKey };
  const child = await startChild('reference.mjs', { ...env, AT_A_TIME: String(AT_A_TIME) }, NODE_FLAGS);
  return subject(name, child, new Load(child.hello.url, signingKey), databaseUrl, {
    count: 'select count(*) from reference_event where done_at is not null',
    doneAt: `select identity as id, extract(epoch from done_at) * 1000 as at from reference_event where received_at >= to_timestamp($1 / 1000.0)`,
    size: `select count(*)::int as rows, pg_total_relation_size('reference_event')::float8 as bytes from reference_event`,
  });
}

/** On the embedded database, or on what `scaleOut` names. */
export async function startEngine(name, remote, scaleOut) {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const port = await freePort();
  const env = {
    ...{ PORT: String(port), DATA_DIR: dataDir, SANDBOX_URL: remote.hello.url },
    ...{ TANDEM_SECRET: randomBytes(24).toString('base64'), PROFILE: process.env.PROFILE ?? dataDir },
    ...{ DATABASE_URL: scaleOut?.databaseUrl ?? '', REDIS_URL: scaleOut?.redisUrl ?? '', LOG_FORMAT: 'json' },
  };
  const child = await startChild('engine.mjs', env, NODE_FLAGS);
  const { url, databaseUrl } = child.hello;
  const hook = await prepareEngine(url);
  const { signingKey } = await remote.ask();
  return subject(name, child, new Load(hook, signingKey), databaseUrl, {
    count: `select count(*) from run where status = 'succeeded'`,
    doneAt: `select document_id as id, extract(epoch from finished_at) * 1000 as at from run where id >= (lpad(to_hex($1::bigint), 12, '0') || repeat('0', 20))::uuid`,
    size: `select
      (select sum(n) from (select count(*) as n from event union all select count(*) from run
         union all select count(*) from run_scope union all select count(*) from step
         union all select count(*) from effect union all select count(*) from lane) all_rows)::int as rows,
      (select sum(pg_total_relation_size(c.oid)) from pg_class c
         where c.relkind = 'r' and c.relname ~ '^(event|lane|(run|run_scope|step|effect)_[0-9]{4}_[0-9]{2})$')::float8 as bytes`,
    close: async () => rmSync(dataDir, { recursive: true, force: true }),
  });
}
