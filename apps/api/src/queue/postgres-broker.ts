import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresBackend, runMigrations, withBackend, type JobsOptions } from 'bullmq';
import type pg from 'pg';
import { SteadyClient } from '../database/steady-client.js';
import { PostgresReceiver } from './postgres-receiver.js';
import { QUEUE, WakeUpBroker, type TakeWakeUp, type WakeUp } from './wake-up-broker.js';

const GIVE_UP_WITHIN_MS = 2_000;
const REFUSED_AFTER_MS = 500;
const POOL_SIZE = 2;

const OnPostgres = withBackend(createPostgresBackend);
type PostgresQueue = InstanceType<typeof OnPostgres.Queue>;

/** A worker asks again at once while the database is away, so it is told a little later that it is. */
class PatientClient extends SteadyClient {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const connect = (): Promise<pg.Client> =>
      super.connect().catch(async (error: unknown) => {
        await wait(REFUSED_AFTER_MS);
        throw error;
      });
    // The pool connects with a callback, BullMQ without.
    this.connect = ((told?: (error: unknown, client?: pg.Client) => void) => {
      if (!told) return connect();
      connect().then((client) => {
        told(null, client);
      }, told);
      return undefined;
    }) as pg.Client['connect'];
  }
}

/**
 * Wake-ups on the PostgreSQL that holds everything else, in a schema of their own (`bullmq`), for several processes
 * without a Redis. Nothing waits for the disk: a wake-up that a crash takes along is found by the sweeper.
 */
export class PostgresBroker extends WakeUpBroker {
  private queue: PostgresQueue;

  private constructor(private readonly url: string) {
    super();
    this.queue = this.openQueue();
  }

  /** Makes or renews the schema first. Throws when the user of `url` may not do so. */
  static async open(url: string): Promise<PostgresBroker> {
    const client = new SteadyClient({ connectionString: url, application_name: 'tandem' });
    await client.connect();
    try {
      await runMigrations(client);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `The queue cannot be made in the database: ${reason}. ` +
          'Let the user of DATABASE_URL create a schema (grant create on database …), or set REDIS_URL.',
        { cause },
      );
    } finally {
      await client.end();
    }
    return new PostgresBroker(url);
  }

  async send(wakeUp: WakeUp, options: JobsOptions): Promise<unknown> {
    const { queue } = this;
    await queue.waitUntilReady().catch((error: unknown) => {
      this.replace(queue);
      throw error;
    });
    return queue.add('wake', wakeUp, options);
  }

  receive(take: TakeWakeUp, atATime: number): { close(): Promise<void> } {
    return new PostgresReceiver(() => {
      const connection = { ...this.connection(), Client: PatientClient };
      const options = { connection, concurrency: atATime, autorun: false };
      return new OnPostgres.Worker<WakeUp>(QUEUE, take, options).on('error', () => undefined);
    });
  }

  leave(): Promise<void> {
    return this.queue.close();
  }

  private openQueue(): PostgresQueue {
    const queue = new OnPostgres.Queue(QUEUE, { connection: this.connection() });
    return queue.on('error', () => undefined); // the database says itself when it is away
  }

  /** One whose first connection failed never works again. */
  private replace(failed: PostgresQueue): void {
    if (this.queue !== failed) return;
    this.queue = this.openQueue();
    failed.close().catch(() => undefined);
  }

  private connection(): Record<string, unknown> {
    return {
      connectionString: this.url,
      Client: SteadyClient,
      application_name: 'tandem',
      max: POOL_SIZE,
      connectionTimeoutMillis: GIVE_UP_WITHIN_MS,
      options: '-c synchronous_commit=off',
    };
  }
}
