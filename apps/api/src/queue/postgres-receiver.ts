import { setTimeout as wait } from 'node:timers/promises';

/** As much of a worker of BullMQ as is needed of it: one that does not run by itself. */
interface Receiving {
  waitUntilReady(): Promise<unknown>;
  run(): Promise<unknown>;
  close(force?: boolean): Promise<unknown>;
}

const AGAIN_AFTER_MS = 500;

/**
 * Runs a worker on PostgreSQL only once it is connected, and makes another one until then: it keeps a first connection
 * that failed for good, and would ask on and on without letting its process do anything else.
 */
export class PostgresReceiver {
  private readonly leaving = new AbortController();
  private readonly running: Promise<Receiving | undefined>;

  constructor(private readonly make: () => Receiving) {
    this.running = this.start();
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await (await this.running)?.close();
  }

  private async start(): Promise<Receiving | undefined> {
    const { signal } = this.leaving;
    while (!signal.aborted) {
      const worker = this.make();
      try {
        await worker.waitUntilReady();
        // What goes wrong later is told as the worker's `error`.
        worker.run().catch(() => undefined);
        return worker;
      } catch {
        await worker.close(true).catch(() => undefined);
        await wait(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    return undefined;
  }
}
