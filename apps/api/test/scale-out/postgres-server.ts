import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { eventually } from '../../src/testing/eventually.js';

/** A real PostgreSQL of the test's own, which forces to disk what it commits and may be ended in the middle of it. */
export class PostgresServer {
  crashes = 0;

  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<PostgresServer> {
    const folder = await mkdtemp(join('/tmp', 'tandem-own-postgres-')); // a short path: it holds a socket
    await chmod(folder, 0o711);
    return new PostgresServer(folder, await EmbeddedPostgres.start({ dataDir: folder }));
  }

  /** An empty database. */
  get url(): string {
    return this.server.url;
  }

  /** As `pg_ctl restart -m immediate`: every connection is cut, nothing is written any more, and it recovers from its log. */
  async crash(): Promise<void> {
    const pid = await this.living();
    process.kill(pid, 'SIGQUIT');
    this.crashes++;
    await eventually(() => {
      if (this.server.pid === undefined || this.server.pid === pid) throw new Error('PostgreSQL is still away');
    }, 30_000);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private living(): Promise<number> {
    return eventually(() => {
      if (this.server.pid === undefined) throw new Error('PostgreSQL is away');
      return this.server.pid;
    }, 30_000);
  }
}
