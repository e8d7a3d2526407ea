/**
 * npm run bench: Tandem against the least that any engine on Node and PostgreSQL has to do, side by side on this machine.
 *   --runs     webhooks per round of throughput (500)
 *   --seconds  of steady load per round (5)
 *   --rounds   each subject takes its turn in each round; the middle of all rounds is told (3)
 *   --only     embedded or scale-out
 *   PROFILE=folder  also writes CPU profiles of the engine there
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { build } from './build.mjs';
import { cpuSeconds, startChild } from './bench/children.mjs';
import { median, percentile } from './bench/load.mjs';
import { startServers } from './bench/servers.mjs';
import { startEngine, startReference } from './bench/subjects.mjs';

const option = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: { runs: option('500'), seconds: option('5'), rounds: option('3'), only: { type: 'string' } },
});
const [RUNS, SECONDS, ROUNDS] = [values.runs, values.seconds, values.rounds].map(Number);
const SENDERS = 32;
/** After so many runs Node has compiled what it runs often, of the reference and of Tandem. */
const WARM_UP = 1_500;

await build();
const { startSandbox } = await import('../apps/sandbox/dist/sandbox.js');
const sandbox = await startSandbox({ port: 0 });
const remote = await startChild('remote.mjs', { SANDBOX_URL: sandbox.url });
try {
  if (values.only !== 'scale-out') await compare('embedded', undefined);
  if (values.only !== 'embedded') {
    const servers = await startServers();
    if (!servers) console.log('\nPostgreSQL + Redis: not installed here, left out.');
    else await compare('PostgreSQL + Redis', servers).finally(() => servers.stop());
  }
} finally {
  await remote.stop();
  await sandbox.close();
}

async function compare(name, servers) {
  const own = servers && { ...servers, databaseUrl: await freshDatabase(servers.databaseUrl, 'engine') };
  const engine = await startEngine(`Tandem, ${name}`, remote, own);
  const floor = await freshDatabase(servers?.databaseUrl ?? engine.child.hello.databaseUrl, 'reference');
  const reference = await startReference('reference', floor, remote);
  const subjects = [reference, engine];
  try {
    await useLogFilesAgain(floor);
    for (const one of subjects) await throughput(one, WARM_UP);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      const results = [];
      for (const one of subjects) results.push(await measure(one, round === ROUNDS - 1));
      rounds.push(results);
      console.log(
        `round ${round + 1}: ${results.map((r) => `${r.perSecond.toFixed(0)}/s, ${r.cpu.toFixed(2)} s CPU`).join(' against ')}`,
      );
    }
    report(
      name,
      rounds[0].map((_, index) => middleOf(rounds.map((results) => results[index]))),
      subjects,
    );
  } finally {
    for (const one of subjects) await one.close(); // the engine last: it may hold the database
  }
}

async function measure(one, isLast) {
  const profiling = isLast && process.env.PROFILE && one.name.startsWith('Tandem');
  if (profiling) await one.child.ask('profile');
  const burst = await throughput(one, RUNS);
  if (profiling) await one.child.ask('profile');
  const steady = await latency(one, burst.perSecond / 2);
  return { ...burst, ...steady };
}

async function throughput(one, count) {
  const before = await one.done();
  const footprint = await one.footprint();
  await remote.ask();
  const server = await one.server();
  const [began, cpu] = [performance.now(), cpuSeconds(one.child.pid)];
  await one.load.flood(count, SENDERS);
  await drained(one, before + count);
  const seconds = (performance.now() - began) / 1000;
  const used = cpuSeconds(one.child.pid) - cpu;
  const worked = await one.server();
  const after = await one.footprint();
  const { counted } = await remote.ask();
  const calls = (counted.document + counted.deal + counted.update) / count;
  return {
    ...{ perSecond: count / seconds, cpu: (used / count) * 1000, calls, others: counted.others },
    ...{ serverCpu: ((worked.cpu - server.cpu) / count) * 1000, wal: (worked.wal - server.wal) / count },
    ...{ rows: (after.rows - footprint.rows) / count, bytes: (after.bytes - footprint.bytes) / count },
  };
}

async function latency(one, perSecond) {
  const [before, since] = [await one.done(), Date.now()];
  const { acknowledged, sentAt } = await one.load.steadily(perSecond, SECONDS);
  await drained(one, before + sentAt.size);
  const endings = await one.endings(since);
  const whole = [...sentAt].map(([id, at]) => endings.get(id) - at);
  return {
    ...{ ack50: percentile(acknowledged, 0.5), ack99: percentile(acknowledged, 0.99) },
    ...{ end50: percentile(whole, 0.5), end99: percentile(whole, 0.99) },
  };
}

async function drained(one, count) {
  const deadline = Date.now() + 300_000;
  while ((await one.done()) < count) {
    if (Date.now() > deadline) throw new Error(`${one.name}: ${await one.done()} of ${count} are done after 5 minutes`);
    await sleep(50);
  }
}

function middleOf(results) {
  return Object.fromEntries(Object.keys(results[0]).map((key) => [key, median(results.map((one) => one[key]))]));
}

function report(name, [floor, engine], subjects) {
  const line = (what, digits, key, goal) => {
    const ratio = engine[key] / floor[key];
    const met = goal === undefined ? '' : goal(ratio) ? 'met' : 'missed';
    const cells = [what.padEnd(34), floor[key].toFixed(digits), engine[key].toFixed(digits), ratio.toFixed(2)];
    console.log(
      `${cells[0]} ${cells
        .slice(1)
        .map((cell) => cell.padStart(12))
        .join(' ')}   ${met}`,
    );
  };
  console.log(
    `\n${name}: ${RUNS} runs, then ${SECONDS} s at half of that rate, ${ROUNDS} rounds (Node ${process.version})`,
  );
  console.log(
    `${''.padEnd(34)} ${[...subjects.map((one) => one.name.split(',')[0]), 'ratio'].map((cell) => cell.padStart(12)).join(' ')}   goal`,
  );
  line('runs per second, drained', 0, 'perSecond', (ratio) => ratio >= 0.5);
  line('acknowledged p50, ms', 1, 'ack50');
  line('acknowledged p99, ms', 1, 'ack99', (ratio) => ratio <= 1.5);
  line('end to end p50, ms', 1, 'end50');
  line('end to end p99, ms', 1, 'end99');
  line('CPU s per 1,000 runs', 2, 'cpu', (ratio) => ratio <= 2.5);
  line('CPU s of PostgreSQL per 1,000', 2, 'serverCpu');
  line('remote calls per run', 2, 'calls');
  line('rows per run', 1, 'rows');
  line('bytes per run', 0, 'bytes');
  line('bytes of write-ahead log per run', 0, 'wal');
}

/** A server at work has log files to use again; a young one makes each anew, and meanwhile nobody can commit. */
async function useLogFilesAgain(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (let file = 0; file < 6; file++) {
    await client.query(`select pg_logical_emit_message(false, 'bench', '')`);
    await client.query('select pg_switch_wal()');
  }
  await client.query('checkpoint');
  await client.end();
}

async function freshDatabase(url, what) {
  const database = `bench_${what}_${createHash('sha1').update(`${process.pid}${Date.now()}`).digest('hex').slice(0, 8)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
  return url.replace(/\/[^/?]*(\?|$)/, `/${database}$1`);
}
