import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A server found at work on a cluster. */
export interface RunningServer {
  pid: number;
  /** The process that started it and still watches over it; undefined for an orphan. */
  supervisor: number | undefined;
}

/** Each server carries the process id of its supervisor in its `cluster_name`, which also shows in `ps`. */
export const clusterName = (supervisor: number): string => `tandem-${supervisor}`;

/** Finds the server that holds the cluster, by its lock file. Undefined when it is down or the file is stale. */
export function findRunningServer(cluster: string): RunningServer | undefined {
  const pid = Number(readIfThere(join(cluster, 'postmaster.pid'))?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !looksLikePostgres(pid)) return undefined;
  const options = readIfThere(join(cluster, 'postmaster.opts')) ?? '';
  const named = Number(/cluster_name=tandem-(\d+)/.exec(options)?.[1]);
  const watched = named > 0 && isAlive(named) && (parentOf(pid) ?? named) === named;
  return { pid, supervisor: watched ? named : undefined };
}

/** The last line of the lock file turns to "ready" when connections are taken. */
export function isReady(cluster: string, pid: number): boolean {
  const lines = readIfThere(join(cluster, 'postmaster.pid'))?.split('\n') ?? [];
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** A process that has ended and waits for its parent to notice (a zombie) counts as gone. */
export function isAlive(pid: number): boolean {
  if (/^State:\s+Z/m.test(readIfThere(`/proc/${pid}/status`) ?? '')) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * PostgreSQL refuses to start while the number in its lock file is taken, by whatever program. Where /proc shows
 * that nobody works in the cluster's folder any more, the file is stale beyond doubt and goes.
 */
export function removeStaleLock(cluster: string): void {
  if (!existsSync('/proc/self/cwd')) return;
  const atWork = readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && workingFolder(entry) === cluster);
  if (!atWork) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** After a reboot or in a new container, the number in a left-over lock file may be some other program's. */
function looksLikePostgres(pid: number): boolean {
  const command = readIfThere(`/proc/${pid}/cmdline`);
  return command === undefined || basename(command.split('\0')[0] ?? '') === 'postgres';
}

/** Undefined where there is no /proc (macOS): there a living supervisor is believed to be the parent. */
function parentOf(pid: number): number | undefined {
  const parent = /^PPid:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`) ?? '')?.[1];
  return parent === undefined ? undefined : Number(parent);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
