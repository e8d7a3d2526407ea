import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';

const LONGEST_PAUSE_MS = 2_000;
const GIVE_UP_WITHIN_MS = 2_000;

/** For asking: fails at once while Redis is away, so that the asker can do something else. */
export const impatient: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: GIVE_UP_WITHIN_MS,
};

/** For waiting: stays until Redis is back. */
export const patient: RedisOptions = { maxRetriesPerRequest: null };

/** A connection that comes back by itself for as long as the process lives. */
export function openRedis(url: string, manner: RedisOptions): Redis {
  const redis = new Redis(url, {
    ...manner,
    connectionName: 'tandem',
    retryStrategy: (attempt) => Math.min(100 * attempt, LONGEST_PAUSE_MS),
  });
  redis.on('error', () => undefined); // the next attempt follows by itself
  return redis;
}

/** Says once that Redis is gone and once that it is back. Of the address only the host: it may hold a password. */
export function tellOfAbsence(redis: Redis, url: string): void {
  const logger = new Logger('Queue');
  const { host } = new URL(url);
  let isAway = false;
  redis.on('error', (error: Error) => {
    if (!isAway) logger.warn(`Redis at ${host} is away (${error.message}); the sweeper finds the lanes meanwhile`);
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) logger.warn(`Redis at ${host} is back`);
    isAway = false;
  });
}
