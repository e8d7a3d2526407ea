/**
 * Tandem as it is, but for the limits of the remotes, which are not what is measured. Tells its parent where it listens
 * and which database it uses. PROFILE=folder writes a CPU profile there between two messages of the parent.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

const NO_LIMIT = 10_000_000;
const { limits } = await import('../../packages/connectors/dist/pandadoc/operations.js');
const { USUAL_LIMIT } = await import('../../packages/connectors/dist/sdk/local-rate-budget.js');
for (const limit of [...Object.values(limits), USUAL_LIMIT]) limit.limit = NO_LIMIT;

await import('reflect-metadata');
const { SystemClock } = await import('../../apps/api/dist/clock/clock.js');
const { loadConfig } = await import('../../apps/api/dist/config/load-config.js');
const { startDatabaseServer } = await import('../../apps/api/dist/database/database-server.js');
const { startApp } = await import('../../apps/api/dist/start-app.js');

const config = await loadConfig(process.env, process.cwd());
const server = await startDatabaseServer({
  ...{ databaseUrl: config.databaseUrl, dataDir: config.dataDir },
  ...{ onNote: console.error, onLost: (reason) => console.error(reason.message) },
});
const app = await startApp({ config, clock: new SystemClock(), databaseUrl: server.url });
process.send({ url: config.publicUrl, databaseUrl: server.url });

let session;
process.on('message', (message) => void (message === 'stop' ? stop() : profile()));
process.on('disconnect', () => process.exit(1));

async function profile() {
  if (session) {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(join(process.env.PROFILE, `engine-${Date.now()}.cpuprofile`), JSON.stringify(profile));
    session = undefined;
  } else {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  }
  process.send({ profiling: session !== undefined });
}

async function stop() {
  await app.close();
  await server.stop();
  process.exit(0);
}
