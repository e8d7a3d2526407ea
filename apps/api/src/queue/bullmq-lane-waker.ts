import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { Worker, type Job, type JobsOptions, type Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { InMemoryLaneWaker } from './in-memory-lane-waker.js';
import { LaneWaker } from './lane-waker.js';
import { openRedis, patient } from './redis.js';

export const QUEUE = 'lanes';
export const PREFIX = 'tandem';
/** The connection through which wake-ups are sent. */
export const ASKING_REDIS = Symbol('AskingRedis');

const LANES_AT_A_TIME = 8;
/** Later wake-ups are left to the sweeper, as in memory. */
const LONGEST_DELAY_MS = 60_000;
/** How long a wake-up that waits to be taken stands for others of the same lane. It is only so that the queue stays short. */
const STANDS_FOR_OTHERS_MS = 5_000;
const FAREWELL_MS = 2_000;

const KEEP_NOTHING: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/** A job says which lane has work, and nothing else. */
interface WakeUp {
  lane: string;
}

/**
 * The queue of several processes, on Redis. While Redis is away, wake-ups stay inside the process: a worker's sweeper
 * then feeds the lanes to its own process, so that work goes on.
 */
@Injectable()
export class BullmqLaneWaker extends LaneWaker implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly insteadOfRedis: InMemoryLaneWaker;
  private readonly sending = new Set<Promise<void>>();
  private readonly atWork = new Set<Promise<void>>();
  private waiting: Redis | undefined;
  private worker: Worker<WakeUp> | undefined;

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue<WakeUp>,
    @Inject(ASKING_REDIS) private readonly asking: Redis,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
    this.insteadOfRedis = new InMemoryLaneWaker(clock);
    // Said once by the connection itself; without a listener BullMQ would print each failed attempt.
    queue.on('error', () => undefined);
  }

  wake(lane: string, at?: Date): void {
    const delay = at ? Math.ceil(at.getTime() - this.clock.now().getTime()) : 0;
    if (delay > LONGEST_DELAY_MS) return;
    const sent = this.send(lane, at, delay).catch(() => {
      this.insteadOfRedis.wake(lane, at);
    });
    this.sending.add(sent);
    void sent.finally(() => this.sending.delete(sent));
  }

  serve(work: (lane: string) => Promise<void>): void {
    this.insteadOfRedis.serve(work);
    const connection = openRedis(this.redisUrl(), patient);
    this.waiting = connection;
    this.worker = new Worker<WakeUp>(QUEUE, (job) => this.take(job, work), {
      connection,
      prefix: PREFIX,
      concurrency: LANES_AT_A_TIME,
    });
    this.worker.on('error', () => undefined);
  }

  /** Lets the lanes at work finish their present step, and takes no more. Redis being away holds nobody up. */
  async beforeApplicationShutdown(): Promise<void> {
    const closed = this.worker?.close();
    await this.insteadOfRedis.beforeApplicationShutdown();
    await Promise.allSettled(this.atWork);
    await Promise.race([Promise.allSettled([closed, ...this.sending]), wait(FAREWELL_MS, undefined, { ref: false })]);
  }

  onApplicationShutdown(): void {
    this.asking.disconnect();
    this.waiting?.disconnect();
  }

  /**
   * A wake-up that still waits makes another of its lane needless. One that is being worked does not, since the lane
   * may have been read already: it steps out of the way when it is taken.
   */
  private async send(lane: string, at: Date | undefined, delay: number): Promise<void> {
    if (this.asking.status !== 'ready') throw new Error('Redis is away');
    const isNow = at === undefined || delay <= 0;
    await this.queue.add(
      'wake',
      { lane },
      {
        ...KEEP_NOTHING,
        ...(isNow ? {} : { delay }),
        deduplication: isNow
          ? { id: lane, ttl: STANDS_FOR_OTHERS_MS }
          : { id: `${lane}@${at.getTime()}`, ttl: delay + STANDS_FOR_OTHERS_MS },
      },
    );
  }

  private async take(job: Job<WakeUp>, work: (lane: string) => Promise<void>): Promise<void> {
    const { lane } = job.data;
    const done = stepAside(job)
      .then(() => work(lane))
      .catch((error: unknown) => {
        this.logger.error(
          `Lane ${lane} stopped; the sweeper takes it up again`,
          error instanceof Error ? error.stack : undefined,
        );
      });
    this.atWork.add(done);
    await done.finally(() => this.atWork.delete(done));
  }

  private redisUrl(): string {
    if (this.config.redisUrl !== undefined) return this.config.redisUrl;
    throw new Error('The queue on Redis was chosen without REDIS_URL');
  }
}

async function stepAside(job: Job<WakeUp>): Promise<void> {
  try {
    await job.removeDeduplicationKey();
  } catch {
    // Redis went away after handing out the job. The lane is worked all the same.
  }
}
