import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from '../scale-out/installation.js';
import type { PostgresServer } from '../scale-out/postgres-server.js';
import type { RedisServer } from '../scale-out/redis-server.js';
import type { ServerProcess } from '../scale-out/server-process.js';
import { randomFrom } from './random.js';

type Role = 'api' | 'worker';

/** So many may be missing at a time: their successors are on their way. */
const MOST_BIRTHS = 3;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 600;
/** A server that ends more often than this takes more time to recover than is left for work. */
const POSTGRES_RESTS_MS = 20_000;

/** Kills processes of an installation at random, starts others in their place, and now and then worse. */
export class Mayhem {
  kills = 0;
  private readonly alive = new Map<ServerProcess, Role>();
  private readonly births = new Set<Promise<void>>();
  private readonly random: () => number;
  private postgresMayCrashAt = Date.now() + POSTGRES_RESTS_MS;

  constructor(
    private readonly installation: Installation,
    private readonly servers: { redis: RedisServer | undefined; postgres: PostgresServer },
    seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  async start(...roles: Role[]): Promise<void> {
    await Promise.all(roles.map((role) => this.bear(role)));
  }

  /** Goes on until `isOver`, and comes back when every process that was killed has its successor. */
  async rage(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await wait(SHORTEST_PAUSE_MS + this.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
      await this.strike();
      if (this.births.size >= MOST_BIRTHS) await Promise.race(this.births);
    }
    await Promise.all(this.births);
  }

  private async strike(): Promise<void> {
    const chance = this.random();
    if (chance < 0.05) await this.servers.redis?.flush();
    else if (chance < 0.1) await this.installation.cutConnections();
    else if (chance < 0.12) await this.crashPostgres();
    else await this.killOne();
  }

  private async killOne(): Promise<void> {
    const [victim, role] = [...this.alive][Math.floor(this.random() * this.alive.size)] ?? [];
    if (!victim || !role) return;
    this.alive.delete(victim);
    await victim.end('SIGKILL');
    this.kills++;
    const birth = this.bear(role);
    this.births.add(birth);
    // One that fails stays, so that whoever waits for all hears of it.
    birth.then(
      () => this.births.delete(birth),
      () => undefined,
    );
  }

  /** As a supervisor does: a process whose database goes away while it starts ends, and is started again. */
  private async bear(role: Role, attempts = 5): Promise<void> {
    try {
      this.alive.set(await this.installation.start(role), role);
    } catch (error) {
      if (attempts === 1) throw error;
      await this.bear(role, attempts - 1);
    }
  }

  private async crashPostgres(): Promise<void> {
    if (Date.now() < this.postgresMayCrashAt) return;
    await this.servers.postgres.crash();
    this.postgresMayCrashAt = Date.now() + POSTGRES_RESTS_MS;
  }
}
