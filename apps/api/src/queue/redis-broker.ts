import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { Worker, type JobsOptions, type Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { openRedis, patient } from './redis.js';
import { QUEUE, WakeUpBroker, type TakeWakeUp, type WakeUp } from './wake-up-broker.js';

export const PREFIX = 'tandem';
/** The connection through which wake-ups are sent. */
export const ASKING_REDIS = Symbol('AskingRedis');
export const REDIS_URL = Symbol('RedisUrl');

/** Wake-ups on Redis. */
@Injectable()
export class RedisBroker extends WakeUpBroker {
  private waiting: Redis | undefined;

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue<WakeUp>,
    @Inject(ASKING_REDIS) private readonly asking: Redis,
    @Inject(REDIS_URL) private readonly url: string,
  ) {
    super();
    // Said once by the connection itself; without a listener BullMQ would print each failed attempt.
    queue.on('error', () => undefined);
  }

  async send(wakeUp: WakeUp, options: JobsOptions): Promise<unknown> {
    if (this.asking.status !== 'ready') throw new Error('Redis is away');
    return this.queue.add('wake', wakeUp, options);
  }

  receive(take: TakeWakeUp, atATime: number): { close(): Promise<void> } {
    const connection = openRedis(this.url, patient);
    this.waiting = connection;
    const worker = new Worker<WakeUp>(QUEUE, take, { connection, prefix: PREFIX, concurrency: atATime });
    return worker.on('error', () => undefined);
  }

  leave(): Promise<void> {
    this.asking.disconnect();
    this.waiting?.disconnect();
    return Promise.resolve();
  }
}
