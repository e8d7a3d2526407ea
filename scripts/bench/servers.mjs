import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * A real PostgreSQL and a real Redis for the scale-out leg: those of BENCH_DATABASE_URL and BENCH_REDIS_URL, else
 * installed ones, started in a folder of their own. Undefined when there are none.
 */
export async function startServers() {
  const { BENCH_DATABASE_URL: databaseUrl, BENCH_REDIS_URL: redisUrl } = process.env;
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl, stop: () => undefined };
  const bin = postgresBin();
  if (!bin || !isInstalled('redis-server')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const [port, redisPort] = [await freePort(), await freePort()];
  const postgres = startPostgres(bin, folder, port);
  const redis = spawn('redis-server', ['--port', String(redisPort), '--save', ''], { stdio: 'ignore' });
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(url);
  return {
    databaseUrl: url,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    async stop() {
      redis.kill('SIGKILL');
      postgres.kill('SIGINT');
      await new Promise((resolve) => postgres.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startPostgres(bin, folder, port) {
  const data = join(folder, 'data');
  // PostgreSQL refuses to be run by root.
  const asRoot = process.getuid() === 0;
  const user = asRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (asRoot) chownSync(folder, user.uid, user.gid);
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres'], {
    stdio: 'ignore',
    cwd: folder,
    ...user,
  });
  const options = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  return spawn(join(bin, 'postgres'), options, { stdio: 'ignore', cwd: folder, ...user });
}

const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

function postgresBin() {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return undefined;
  const newest = readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(versions, newest, 'bin');
}

function isInstalled(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

async function untilReady(url) {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
