import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { BullmqLaneWaker } from './bullmq-lane-waker.js';
import { InMemoryLaneWaker } from './in-memory-lane-waker.js';
import { LaneWaker } from './lane-waker.js';
import { Lanes } from './lanes.js';
import { PostgresBroker } from './postgres-broker.js';
import { impatient, openRedis, tellOfAbsence } from './redis.js';
import { ASKING_REDIS, PREFIX, REDIS_URL, RedisBroker } from './redis-broker.js';
import { QUEUE, WakeUpBroker } from './wake-up-broker.js';

/**
 * Lanes: leases in the database; wake-ups on Redis, else on PostgreSQL between processes of different roles, else in
 * memory. Knows nothing of what is done in a lane. Global: given once where the app is put together.
 */
@Module({})
export class QueueModule {
  static with({ redisUrl, role }: Config, databaseUrl: string): DynamicModule {
    const isShared = redisUrl !== undefined || role !== 'all';
    return {
      module: QueueModule,
      global: true,
      imports: isShared ? [redisUrl === undefined ? onPostgres(databaseUrl) : onRedis(redisUrl)] : [],
      providers: [Lanes, { provide: LaneWaker, useClass: isShared ? BullmqLaneWaker : InMemoryLaneWaker }],
      exports: [Lanes, LaneWaker],
    };
  }
}

/** The broker and what it stands on. */
@Module({})
class BrokerModule {}

function onRedis(url: string): DynamicModule {
  const connection = openRedis(url, impatient);
  tellOfAbsence(connection, url);
  return {
    imports: [BullModule.registerQueue({ name: QUEUE, prefix: PREFIX, connection })],
    ...offering([
      { provide: ASKING_REDIS, useValue: connection },
      { provide: REDIS_URL, useValue: url },
      { provide: WakeUpBroker, useClass: RedisBroker },
    ]),
  };
}

const onPostgres = (url: string): DynamicModule =>
  offering([{ provide: WakeUpBroker, useFactory: () => PostgresBroker.open(url) }]);

const offering = (providers: Provider[]): DynamicModule => ({
  module: BrokerModule,
  providers,
  exports: [WakeUpBroker],
});
