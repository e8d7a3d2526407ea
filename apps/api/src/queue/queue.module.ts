import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { ASKING_REDIS, BullmqLaneWaker, PREFIX, QUEUE } from './bullmq-lane-waker.js';
import { InMemoryLaneWaker } from './in-memory-lane-waker.js';
import { LaneWaker } from './lane-waker.js';
import { Lanes } from './lanes.js';
import { impatient, openRedis, tellOfAbsence } from './redis.js';

/**
 * Lanes: leases in the database, wake-ups on Redis or, without one, in memory. Knows nothing of what is done in a lane.
 * Global: given once where the app is put together.
 */
@Module({})
export class QueueModule {
  static with({ redisUrl }: Config): DynamicModule {
    const waker = redisUrl === undefined ? InMemoryLaneWaker : BullmqLaneWaker;
    return {
      module: QueueModule,
      global: true,
      imports: redisUrl === undefined ? [] : [bullmq(redisUrl)],
      providers: [Lanes, { provide: LaneWaker, useClass: waker }],
      exports: [Lanes, LaneWaker],
    };
  }
}

/** The queue and the connection that it sends through. */
@Module({})
class RedisQueueModule {}

function bullmq(redisUrl: string): DynamicModule {
  const connection = openRedis(redisUrl, impatient);
  tellOfAbsence(connection, redisUrl);
  const queue = BullModule.registerQueue({ name: QUEUE, prefix: PREFIX, connection });
  return {
    module: RedisQueueModule,
    imports: [queue],
    providers: [{ provide: ASKING_REDIS, useValue: connection }],
    exports: [queue, ASKING_REDIS],
  };
}
