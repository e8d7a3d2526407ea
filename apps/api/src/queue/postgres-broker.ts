import { createPostgresBackend, runMigrations, withBackend, type JobsOptions } from 'bullmq';
import { SteadyClient } from '../database/steady-client.js';
import { QUEUE, WakeUpBroker, type TakeWakeUp, type WakeUp } from './wake-up-broker.js';

const GIVE_UP_WITHIN_MS = 2_000;
const POOL_SIZE = 2;

const OnPostgres = withBackend(createPostgresBackend);

/**
 * Wake-ups on the PostgreSQL that holds everything else, in a schema of their own (`bullmq`), for several processes
 * without a Redis. Nothing waits for the disk: a wake-up that a crash takes along is found by the sweeper.
 */
export class PostgresBroker extends WakeUpBroker {
  private readonly queue: InstanceType<typeof OnPostgres.Queue>;

  private constructor(private readonly url: string) {
    super();
    this.queue = new OnPostgres.Queue(QUEUE, { connection: this.connection() });
    this.queue.on('error', () => undefined); // the database says itself when it is away
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

  send(wakeUp: WakeUp, options: JobsOptions): Promise<unknown> {
    return this.queue.add('wake', wakeUp, options);
  }

  receive(take: TakeWakeUp, atATime: number): { close(): Promise<void> } {
    const worker = new OnPostgres.Worker<WakeUp>(QUEUE, take, {
      connection: this.connection(),
      concurrency: atATime,
    });
    return worker.on('error', () => undefined);
  }

  leave(): Promise<void> {
    return this.queue.close();
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
