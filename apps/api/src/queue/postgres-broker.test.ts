import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../testing/eventually.js';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.js';
import { PostgresBroker } from './postgres-broker.js';

/** Stands before PostgreSQL and, while it is `deaf`, takes connections without handing anything on. */
class Door {
  deaf = false;
  refused = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async before(url: string): Promise<Door> {
    const { host, port } = new pg.Client(url);
    const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
    const door = new Door(
      createServer((socket) => {
        door.hold(socket);
        if (door.deaf) {
          door.refused += 1;
          return;
        }
        const inside = connect(target);
        door.hold(inside);
        socket.pipe(inside).pipe(socket);
      }),
    );
    await new Promise<void>((resolve) => door.server.listen(0, '127.0.0.1', resolve));
    return door;
  }

  url(database: string): string {
    const { port } = this.server.address() as AddressInfo; // it listens
    return `postgresql://tandem@127.0.0.1:${port}/${database}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private hold(socket: Socket): void {
    this.sockets.add(socket.on('error', () => undefined));
  }
}

describe('wake-ups over a PostgreSQL that does not answer at first', () => {
  let database: FreshDatabase;
  let door: Door;
  beforeEach(async () => {
    database = await freshDatabase();
    door = await Door.before(database.url);
  });
  afterEach(async () => {
    await door.close();
    await database.drop();
  });

  it('arrive as soon as it does, and the process does other things meanwhile', async () => {
    const broker = await PostgresBroker.open(door.url(new pg.Client(database.url).database ?? ''));
    door.deaf = true;
    const taken: string[] = [];
    const receiver = broker.receive(({ data }) => Promise.resolve(void taken.push(data.lane)), 2);
    await expect(broker.send({ lane: 'deal:1' }, {})).rejects.toThrow();
    await eventually(() => {
      expect(door.refused).toBeGreaterThan(3);
    }, 30_000);

    door.deaf = false;
    await eventually(() => broker.send({ lane: 'deal:2' }, {}), 30_000);
    await eventually(() => {
      expect(taken).toContain('deal:2');
    }, 30_000);
    await receiver.close();
    await broker.leave();
  }, 120_000);
});
