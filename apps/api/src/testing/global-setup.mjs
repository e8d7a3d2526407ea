/** Runs once before the tests of this workspace: starts their PostgreSQL. Jest loads this file without compiling it. */
import { register } from 'node:module';

register('../../../../scripts/typescript-loader.mjs', import.meta.url);

export default async function setUp() {
  const { startTestServer } = await import('./test-server.ts');
  const { announceTestServer } = await import('./test-server-address.ts');
  const server = await startTestServer(process.env.TEST_DATABASE_URL);
  announceTestServer(server);
  globalThis.stopTestServer = () => server.stop();
  if (!process.env.TEST_REDIS_URL) console.log('TEST_REDIS_URL names no Redis: tests of several processes are skipped');
}
