/** A process that starts an embedded database in the given folder, says so, and holds it until it is ended. */
import { register } from 'node:module';

register('../../../../scripts/typescript-loader.mjs', import.meta.url);
const { EmbeddedPostgres } = await import('../database/embedded/embedded-postgres.ts');

const server = await EmbeddedPostgres.start({ dataDir: process.argv[2], durable: false });
process.stdout.write(`${server.pid}\n`);
setInterval(() => undefined, 1_000);
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
