import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { EmbeddedPostgres } from '../database/embedded/embedded-postgres.js';
import { migrate } from '../database/migrate.js';
import { dataSourceOptions, openDataSource } from '../database/open-data-source.js';
import { databaseAt, type TestServer } from './test-server-address.js';

export interface RunningTestServer extends TestServer {
  stop(): Promise<void>;
}

/**
 * One PostgreSQL for a whole test run, with a migrated database to copy from. `TEST_DATABASE_URL` names a real server
 * whose user may create databases; without it an embedded one lives in a folder of its own until the run ends.
 */
export async function startTestServer(given: string | undefined): Promise<RunningTestServer> {
  const server = given ? { url: given, stop: () => Promise.resolve() } : await startEmbedded();
  const template = `tandem_template_${randomBytes(4).toString('hex')}`;
  try {
    await administer(server.url, `create database ${template}`);
    await migrateTemplate(databaseAt(server.url, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url: server.url,
    template,
    async stop() {
      await administer(server.url, `drop database ${template} with (force)`);
      await server.stop();
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  await dataSource.query(statement).finally(() => dataSource.destroy());
}

async function migrateTemplate(url: string): Promise<void> {
  const dataSource = await openDataSource(dataSourceOptions(url));
  await migrate(dataSource).finally(() => dataSource.destroy());
}

async function startEmbedded(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join('/tmp', 'tandem-test-'));
  chmodSync(folder, 0o711);
  const cleanUp = armCleanUp(folder);
  try {
    const server = await EmbeddedPostgres.start({ dataDir: folder, durable: false });
    return { url: server.url, stop: () => server.stop().finally(cleanUp) };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

const CLEAN_UP = `
  read -r _
  lock="$0/postgres/cluster/postmaster.pid"
  if [ -f "$lock" ]; then kill -QUIT "$(head -n 1 "$lock")"; fi
  for _ in 1 2 3 4 5 6 7 8 9 10; do [ -f "$lock" ] || break; sleep 0.2; done
  rm -rf "$0"
`;

/**
 * A small process that waits for our end, however it comes: when its standard input closes, it ends a server that is
 * still running and removes the folder. Answers a function that sets it off and waits for it.
 */
function armCleanUp(folder: string): () => Promise<void> {
  const child = spawn('/bin/sh', ['-c', CLEAN_UP, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.unref();
  const exited = once(child, 'exit');
  return async () => {
    child.ref(); // or Node would end here, before Jest has told its results
    child.stdin.end();
    await exited;
  };
}
