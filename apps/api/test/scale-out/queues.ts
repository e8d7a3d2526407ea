import { createPostgresBackend, Queue, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { PREFIX } from '../../src/queue/redis-broker.js';
import { QUEUE } from '../../src/queue/wake-up-broker.js';
import type { TestApp, TestAppOptions } from '../../src/testing/test-app.js';
import { redisUrl } from './scale-out.js';

/** Looks into the queue from outside. */
export interface QueueWindow {
  count(...states: ('waiting' | 'delayed' | 'active' | 'completed' | 'failed')[]): Promise<number>;
  close(): Promise<void>;
}

/** An API whose wake-ups go over Redis, emptied before, or over its own PostgreSQL. */
export interface QueueKind {
  config(): Promise<NonNullable<TestAppOptions['config']>>;
  window(app: TestApp): QueueWindow;
}

const REDIS_DATABASE = 4;

export const onRedis: QueueKind = {
  async config() {
    const redis = new Redis(redisUrl(REDIS_DATABASE));
    await redis.flushdb().finally(() => {
      redis.disconnect();
    });
    return { redisUrl: redisUrl(REDIS_DATABASE), role: 'api' };
  },
  window() {
    const connection = new Redis(redisUrl(REDIS_DATABASE), { maxRetriesPerRequest: null });
    const queue = new Queue(QUEUE, { connection, prefix: PREFIX });
    return {
      count: (...states) => queue.getJobCountByTypes(...states),
      close: () =>
        queue.close().then(() => {
          connection.disconnect();
        }),
    };
  },
};

export const onPostgres: QueueKind = {
  config: () => Promise.resolve({ role: 'api' }),
  window({ databaseUrl }) {
    const queue = new (withBackend(createPostgresBackend).Queue)(QUEUE, {
      connection: { connectionString: databaseUrl, max: 1 },
    });
    return {
      count: (...states) => queue.getJobCountByTypes(...states),
      close: () => queue.close(),
    };
  },
};
