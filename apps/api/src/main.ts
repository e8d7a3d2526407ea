import 'reflect-metadata';
import { SystemClock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { loadConfig } from './config/load-config.js';
import { ConfigError } from './config/read-environment.js';
import { startDatabaseServer, type DatabaseServer } from './database/database-server.js';
import { startApp } from './start-app.js';
import { startWorker } from './start-worker.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Asked to end: by a signal, by the end of the program that started us, or by a failure with its reason. */
let ending = false;
let endNow: (exitCode: number) => void = () => undefined;
const asked = new Promise<number>((resolve) => (endNow = resolve));
let database: DatabaseServer | undefined;

/** A second request does not wait for work that is under way. */
function askToEnd(exitCode: number): void {
  if (ending) {
    database?.kill();
    process.exit(1);
  }
  ending = true;
  endNow(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, askToEnd.bind(undefined, 0));
if (process.channel) process.once('disconnect', askToEnd.bind(undefined, 0));

/** The database goes last: whatever Nest's shutdown hooks still write finds it there. */
async function main(): Promise<number> {
  const config = await loadConfig(process.env, process.cwd());
  const server = await startDatabaseServer({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    onNote: complain,
    onLost: (reason) => {
      complain(reason.message);
      askToEnd(1);
    },
  });
  database = server;
  return serve(config, server).finally(() => server.stop());
}

async function serve(config: Config, { url }: DatabaseServer): Promise<number> {
  if (ending) return 0;
  const start = config.role === 'worker' ? startWorker : startApp;
  const app = await start({ config, clock: new SystemClock(), databaseUrl: url });
  say(config.role === 'worker' ? 'This worker of Tandem is ready' : `Tandem is ready at ${config.publicUrl}`);
  const exitCode = await asked;
  await app.close();
  return exitCode;
}

/** What we threw ourselves is written for people; anything else is a fault of ours, and its stack helps to find it. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const forPeople = error instanceof ConfigError || error.constructor === Error;
  return forPeople ? error.message : (error.stack ?? error.message);
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    complain(describe(error));
    process.exit(1);
  },
);
