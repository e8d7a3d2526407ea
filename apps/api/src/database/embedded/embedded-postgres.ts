import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareBinaries, type Binaries } from './binaries.js';
import { ensureDatabase, socketUrl } from './ensure-database.js';
import { prepareFolders, type Folders } from './folders.js';
import { makeCluster, plainEnvironment } from './make-cluster.js';
import { clusterName, findRunningServer, isAlive, isReady, removeStaleLock } from './running-server.js';

export interface EmbeddedOptions {
  /** The folder to keep the data in. */
  dataDir: string;
  /** False for tests: nothing is forced to disk, and a power cut may lose everything. */
  durable?: boolean;
  /** Told when a server that died could not be brought back. */
  onLost?: (reason: Error) => void;
  /** Told in one line what a person should know, such as a restart. */
  onNote?: (line: string) => void;
}

/** After a kill -9 of a server its children hold on for a few seconds, and a new one is refused until they are gone. */
const START_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 10_000;
const POLL_MS = 15;
const MOST_RESTARTS_A_MINUTE = 5;
const LARGEST_LOG_BYTES = 5_000_000;

/** A real PostgreSQL of our own, reachable through a Unix socket and nothing else. It lives until `stop`. */
export class EmbeddedPostgres {
  readonly url: string;
  private child: ChildProcess | undefined;
  private comingUp: Promise<void> = Promise.resolve();
  private stopping = false;
  private restarts: number[] = [];

  private constructor(
    private readonly binaries: Binaries,
    private readonly folders: Folders,
    private readonly options: EmbeddedOptions,
  ) {
    this.url = socketUrl(folders.socket);
  }

  /**
   * Makes the database if there is none, ends a server that a killed process left behind, and starts ours.
   * Throws in plain words when another Tandem uses the folder, or when the server does not come up within 20 s.
   */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const folders = prepareFolders(options.dataDir);
    const binaries = prepareBinaries(folders.account);
    await makeCluster(binaries, folders, options.durable ?? true);
    const server = new EmbeddedPostgres(binaries, folders, options);
    await server.bringUp();
    try {
      await ensureDatabase(folders.socket);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** The process id of the server; undefined while it is down. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Ends sessions and the server, and waits until it is gone. Safe to call twice. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.comingUp; // a restart under way would leave a server behind
    const child = this.child;
    if (child?.pid === undefined) return;
    const gone = once(child, 'exit');
    await endServer(child.pid);
    await gone;
  }

  /** Cuts the server off without waiting for it. */
  kill(): void {
    this.stopping = true;
    if (this.child?.pid !== undefined) process.kill(this.child.pid, 'SIGQUIT');
  }

  private async bringUp(): Promise<void> {
    const deadline = Date.now() + START_WITHIN_MS;
    while (!this.stopping) {
      await this.clearTheWay();
      const child = this.launch();
      if (await this.becameReady(child, deadline)) {
        this.child = child;
        child.once('exit', () => {
          this.child = undefined;
          if (!this.stopping) this.comingUp = this.revive();
        });
        return;
      }
      if (Date.now() > deadline) throw new Error(`The embedded database does not start. ${this.lastWords()}`);
      await wait(250);
    }
  }

  private async clearTheWay(): Promise<void> {
    const found = findRunningServer(this.folders.cluster);
    if (!found) {
      removeStaleLock(this.folders.cluster);
      return;
    }
    if (found.supervisor !== undefined) {
      throw new Error(
        `Another Tandem (process ${found.supervisor}) is using ${this.options.dataDir}. ` +
          'Stop it first, or set DATA_DIR to another folder.',
      );
    }
    await endServer(found.pid);
  }

  /** Detached, so that Ctrl-C in a terminal reaches us alone and the database outlives our last writes. */
  private launch(): ChildProcess {
    const { account, cluster, socket, log } = this.folders;
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    const out = openSync(log, size > LARGEST_LOG_BYTES ? 'w' : 'a', 0o600);
    try {
      return spawn(this.binaries.postgres, ['-D', cluster, '-k', socket, ...settings(this.options.durable ?? true)], {
        ...account,
        cwd: '/',
        env: plainEnvironment,
        detached: true,
        stdio: ['ignore', out, out],
      });
    } finally {
      closeSync(out);
    }
  }

  private async becameReady(child: ChildProcess, deadline: number): Promise<boolean> {
    let failure: Error | undefined;
    child.once('error', (error) => (failure = error));
    while (child.exitCode === null && child.signalCode === null) {
      if (failure) throw failure;
      if (child.pid !== undefined && isReady(this.folders.cluster, child.pid)) return true;
      if (Date.now() > deadline) child.kill('SIGQUIT');
      await wait(POLL_MS);
    }
    return false;
  }

  private async revive(): Promise<void> {
    const minuteAgo = Date.now() - 60_000;
    this.restarts = [...this.restarts.filter((at) => at > minuteAgo), Date.now()];
    try {
      if (this.restarts.length > MOST_RESTARTS_A_MINUTE)
        throw new Error(`The database keeps ending. ${this.lastWords()}`);
      this.options.onNote?.('The database ended unexpectedly; starting it again');
      await this.bringUp();
      this.options.onNote?.('The database is back');
    } catch (error) {
      this.options.onLost?.(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private lastWords(): string {
    const { log } = this.folders;
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3) : [];
    return [`Its log is ${log}.`, ...lines].join('\n  ');
  }
}

function settings(durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    cluster_name: clusterName(process.pid),
    max_connections: '100',
    io_method: 'sync', // no helper processes: our data fits in memory
    max_wal_size: '256MB',
    wal_init_zero: 'off', // reserves a new log file instead of filling it with zeros, for which all commits wait
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const careless: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return Object.entries(durable ? values : { ...values, ...careless }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/** Politely first; a server that does not listen is cut off, and recovers from its log at the next start. */
async function endServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const deadline = Date.now() + STOP_WITHIN_MS;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await wait(POLL_MS);
    }
  }
}
