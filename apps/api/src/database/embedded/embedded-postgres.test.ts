import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { eventually } from '../../testing/eventually.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { isAlive } from './running-server.js';

const holder = fileURLToPath(new URL('../../testing/hold-database.mjs', import.meta.url));

describe('the embedded database', () => {
  let folder: string;
  const notes: string[] = [];
  const servers: EmbeddedPostgres[] = [];
  const holders: ChildProcess[] = [];

  const start = async (dataDir = folder, durable = false): Promise<EmbeddedPostgres> => {
    const server = await EmbeddedPostgres.start({ dataDir, durable, onNote: (line) => notes.push(line) });
    servers.push(server);
    return server;
  };

  /** Answers the process that holds the database, and the process id of its server. */
  const startElsewhere = async (): Promise<{ process: ChildProcess; serverPid: number }> => {
    const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    holders.push(child);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { process: child, serverPid: Number(said.toString()) };
  };

  const endHolder = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };

  beforeEach(() => {
    folder = mkdtempSync('/tmp/tandem-embedded-');
    chmodSync(folder, 0o711);
    notes.length = 0;
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
    for (const child of holders.splice(0)) await endHolder(child);
    rmSync(folder, { recursive: true });
  });

  it('keeps its rows from one start to the next, and leaves no process behind', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 41 + 1 as answer');
    const pid = first.pid!;
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await start();
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is reached through a socket of its owner, and by no network port', async () => {
    const server = await start();
    expect(await query(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(socketOf(server)).mode & 0o077).toBe(0);
  });

  it('takes over from a process that was killed and left its server running', async () => {
    const before = await startElsewhere();
    before.process.kill('SIGKILL');
    await once(before.process, 'exit');
    expect(isAlive(before.serverPid)).toBe(true);

    const server = await start();
    expect(server.pid).not.toBe(before.serverPid);
    expect(isAlive(before.serverPid)).toBe(false);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves a folder alone that another living process uses, and names that process', async () => {
    const other = await startElsewhere();
    await expect(start()).rejects.toThrow(`Another Tandem (process ${other.process.pid!}) is using ${folder}`);
    expect(isAlive(other.serverPid)).toBe(true);
  });

  it('comes back when its server is killed, with what was committed', async () => {
    const server = await start(folder, true);
    await query(server.url, 'create table kept as select 42 as answer');
    const killed = server.pid!;
    process.kill(killed, 'SIGKILL');
    await eventually(async () => {
      expect(server.pid).not.toBe(killed);
      expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      expect(notes).toEqual(['The database ended unexpectedly; starting it again', 'The database is back']);
    });
  });

  it('starts over a lock file that names a process of somebody else, and does that process no harm', async () => {
    await (await start()).stop();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', 'about-postgres'], {
      stdio: 'ignore',
    });
    holders.push(bystander);
    writeFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), `${bystander.pid!}\n${folder}\n`);
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isAlive(bystander.pid!)).toBe(true);
  });

  it('finds a shorter place for its socket when the folder has a long name', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    mkdirSync(deep, { recursive: true });
    const server = await start(deep);
    expect(socketOf(server)).toMatch(/^\/tmp\/tandem-[0-9a-f]{12}$/);
    await query(server.url, 'select 1 as one');
    await server.stop();
    rmSync(socketOf(server), { recursive: true });
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('lies under /var/lib when it cannot run below a closed folder, and says where', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await start(join(closed, 'data'));
    const place = readFileSync(join(closed, 'data', 'postgres.location'), 'utf8').trim();
    expect(existsSync(join(place, 'cluster'))).toBe(true);
    await query(server.url, 'create table kept as select 1 as one');
    await server.stop();

    chmodSync(closed, 0o711); // reachable now, but the data stays where it is
    expect(await query((await start(join(closed, 'data'))).url, 'select one from kept')).toEqual([{ one: 1 }]);
    await servers.at(-1)!.stop();
    rmSync(place, { recursive: true });
  });
});

const socketOf = (server: EmbeddedPostgres): string => decodeURIComponent(/@([^:]+):/.exec(server.url)![1]!);

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}
