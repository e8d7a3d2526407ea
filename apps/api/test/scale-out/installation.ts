import { startSandbox } from '@tandem/sandbox';
import pg from 'pg';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../src/testing/eventually.js';
import { freshDatabase, type FreshDatabase } from '../../src/testing/fresh-database.js';
import { RemoteDesk } from '../remote-desk.js';
import { Balancer } from './balancer.js';
import { ServerProcess } from './server-process.js';

type Role = 'all' | 'api' | 'worker';

/** Tandem as several processes on one PostgreSQL, with a twin of both remote systems and a load balancer. */
export class Installation {
  readonly processes: ServerProcess[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly desk: RemoteDesk,
    readonly database: pg.Pool,
    private readonly balancer: Balancer,
    /** What every process of it is started with. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param given a database, which the first process migrates; without it a fresh one of the run's server */
  static async open(redisUrl?: string, given?: FreshDatabase): Promise<Installation> {
    const sandbox = await startSandbox({ port: 0 });
    const database = given ?? (await freshDatabase());
    const balancer = await Balancer.start();
    const dataDir = await mkdtemp(join(tmpdir(), 'tandem-scale-out-'));
    const pool = new pg.Pool({ connectionString: database.url, max: 2 });
    pool.on('error', () => undefined);
    const installation = new Installation(new RemoteDesk(balancer.url, sandbox.url), pool, balancer, {
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SANDBOX_URL: sandbox.url,
      PUBLIC_URL: balancer.url,
      TANDEM_SECRET: 'a-secret-that-all-processes-share-01',
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    });
    installation.closing.push(
      () => rm(dataDir, { recursive: true, force: true }),
      () => sandbox.close(),
      () => database.drop(),
      () => balancer.close(),
      () => pool.end(),
    );
    // The limits of the remotes are not what these tests are about.
    await installation.desk.control('PATCH', '/hubspot/settings', { rate_per_10s: 100_000, search_per_second: 1_000 });
    return installation;
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((server) => server.end('SIGKILL')));
    for (const step of this.closing.reverse()) await step();
  }

  async start(role: Role, more: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await ServerProcess.start({ ...this.environment, ROLE: role, ...more });
    this.processes.push(server);
    if (role !== 'worker') this.balancer.add(server);
    return server;
  }

  /** Starts them together; comes back when all are ready. */
  startAll(...roles: Role[]): Promise<ServerProcess[]> {
    return Promise.all(roles.map((role) => this.start(role)));
  }

  async connect(): Promise<void> {
    const { status, body } = await this.desk.api('POST', '/api/connections/sandbox', {});
    if (status >= 300) throw new Error(`Not connected: ${JSON.stringify(body)}`);
  }

  async rows<Row extends pg.QueryResultRow>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.database.query<Row>(statement, parameters)).rows;
  }

  /** Ends every connection of its processes to PostgreSQL, those of the queue as well. */
  async cutConnections(): Promise<void> {
    await this.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name in ('tandem', 'lanes') and datname = current_database()`,
    );
  }

  /** PandaDoc delivers again soon, and does not give up: who is down for long is not what these tests are about. */
  async deliverUntilTaken(): Promise<void> {
    await this.desk.control('PATCH', '/pandadoc/webhooks', {
      retry_after_ms: Array.from({ length: 1_000 }, () => 300),
    });
  }

  /** Every webhook has arrived. */
  async delivered(within = 30_000): Promise<void> {
    await eventually(async () => {
      const { under_way: underWay } = await this.desk.control('GET', '/pandadoc/webhooks');
      if (underWay !== 0) throw new Error(`${String(underWay)} webhooks are under way`);
    }, within);
  }

  /** Nothing is left to match or to run, and no lane is held. */
  async settled(within = 120_000): Promise<void> {
    await this.delivered(within);
    await eventually(async () => {
      const [open] = await this.rows<{ events: number; runs: number; lanes: number }>(
        `select (select count(*)::int from event where status = 'received') as events,
           (select count(*)::int from run where status in ('queued', 'running', 'waiting')) as runs,
           (select count(*)::int from lane where due_at is not null) as lanes`,
      );
      if (open!.events + open!.runs + open!.lanes > 0) {
        throw new Error(`Still at work: ${JSON.stringify({ ...open, because: await this.whyOpen() })}`);
      }
    }, within);
  }

  /** What the first of the open events, runs and lanes wait for. */
  private whyOpen(): Promise<pg.QueryResultRow[]> {
    return this.rows(
      `(select 'event' as what, attempts::text as state, reason, due_at from event where status = 'received' limit 3)
       union all (select 'run', status, reason, due_at from run where status in ('queued', 'running', 'waiting') limit 3)
       union all (select 'lane', key, coalesce(owner::text, '') || ' until ' || coalesce(lease_until::text, ''), due_at
         from lane where due_at is not null limit 3)`,
    );
  }
}
