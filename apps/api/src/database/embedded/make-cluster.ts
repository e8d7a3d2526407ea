import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { Folders } from './folders.js';

/** What PostgreSQL's programs get to see: none of our secrets, and messages in English. */
export const plainEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** initdb asks the system for our name; a container may run as a number that has none. */
const REMEDY =
  'Run Tandem as a user that the system has a name for, on a disk with room, or set DATABASE_URL to a PostgreSQL server.';

export const SUPERUSER = 'tandem';

/**
 * Makes the files of an empty database, unless they are there. Built beside and renamed: an interrupted start
 * leaves nothing half-made, and of two processes that start at once one wins.
 */
export async function makeCluster(binaries: Binaries, folders: Folders, durable: boolean): Promise<void> {
  if (existsSync(folders.cluster)) return;
  const draft = `${folders.cluster}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  await initdb(binaries.initdb, draft, folders, durable);
  try {
    renameSync(draft, folders.cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(folders.cluster, 'PG_VERSION'))) throw error;
  }
}

/** Trusting every local user is safe here: only our own account gets into the socket's folder. */
function initdb(program: string, cluster: string, folders: Folders, durable: boolean): Promise<void> {
  const options = ['-D', cluster, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--locale=C'];
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (!durable) options.push('--no-sync');
  const child = spawn(program, options, {
    ...folders.account,
    cwd: '/',
    env: plainEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The embedded database could not be made: ${complaint.trim()}. ${REMEDY}`));
    });
  });
}
