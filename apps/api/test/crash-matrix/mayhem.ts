import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from '../scale-out/installation.js';
import type { RedisServer } from '../scale-out/redis-server.js';
import type { ServerProcess } from '../scale-out/server-process.js';
import { randomFrom } from './random.js';

type Role = 'api' | 'worker';

/** Kills processes of an installation at random, starts others in their place, and now and then worse. */
export class Mayhem {
  kills = 0;
  private readonly alive = new Map<ServerProcess, Role>();
  private readonly random: () => number;

  constructor(
    private readonly installation: Installation,
    private readonly redis: RedisServer,
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
      await wait(100 + this.random() * 500);
      await this.strike();
    }
  }

  private async strike(): Promise<void> {
    const chance = this.random();
    if (chance < 0.1) await this.redis.flush();
    else if (chance < 0.2) await this.cutConnections();
    else await this.killOne();
  }

  private async killOne(): Promise<void> {
    const [victim, role] = [...this.alive][Math.floor(this.random() * this.alive.size)] ?? [];
    if (!victim || !role) return;
    this.alive.delete(victim);
    await victim.end('SIGKILL');
    this.kills++;
    await this.bear(role);
  }

  private async bear(role: Role): Promise<void> {
    this.alive.set(await this.installation.start(role), role);
  }

  private async cutConnections(): Promise<void> {
    await this.installation.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'tandem' and datname = current_database()`,
    );
  }
}
