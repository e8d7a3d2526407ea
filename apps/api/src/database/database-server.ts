import { EmbeddedPostgres } from './embedded/embedded-postgres.js';

/** A PostgreSQL to work with, ours or the user's. */
export interface DatabaseServer {
  readonly url: string;
  /** Call it after everything that uses the database has ended. */
  stop(): Promise<void>;
  /** For an end that cannot wait: the embedded server goes down at once, and recovers at the next start. */
  kill(): void;
}

export interface ServerOptions {
  databaseUrl: string | undefined;
  dataDir: string;
  /** Told when the embedded server is gone for good. */
  onLost: (reason: Error) => void;
  onNote: (line: string) => void;
}

/** Starts the embedded server, unless the user names one of their own. */
export async function startDatabaseServer(options: ServerOptions): Promise<DatabaseServer> {
  const { databaseUrl, ...embedded } = options;
  if (databaseUrl === undefined) return EmbeddedPostgres.start(embedded);
  return { url: databaseUrl, stop: () => Promise.resolve(), kill: () => undefined };
}
