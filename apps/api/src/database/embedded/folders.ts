import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor, canReach, type Account } from './account.js';

/** Where the embedded PostgreSQL keeps its things, and as whom it runs. */
export interface Folders {
  account: Account | undefined;
  cluster: string;
  socket: string;
  log: string;
}

/** The longest path of a Unix socket is 103 bytes on macOS and 107 on Linux; `/.s.PGSQL.5432` takes 14 of them. */
const LONGEST_SOCKET_FOLDER = 89;
const NOTE = 'postgres.location';

/**
 * Makes the folders. They lie in `dataDir`/postgres, unless we are root and the account that PostgreSQL runs as
 * cannot get there (a project under /root): then under /var/lib, and a note in `dataDir` says where.
 * The note is binding afterwards, so that a changed permission never makes the data seem lost.
 * Throws when the folders belong to another user.
 */
export function prepareFolders(dataDir: string): Folders {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 }); // others may pass through to what is theirs, and read nothing
  const home = homeOf(realpathSync(dataDir));
  const account = accountFor(home);
  makePrivate(home, account);
  const socket = socketFolder(home);
  makePrivate(socket, account);
  return { account, cluster: join(home, 'cluster'), socket, log: join(home, 'postgres.log') };
}

function homeOf(dataDir: string): string {
  const note = join(dataDir, NOTE);
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const near = join(dataDir, 'postgres');
  if (existsSync(near) || canReach(accountFor(near), dataDir)) return near;
  const away = join('/var/lib', `tandem-${fingerprint(dataDir)}`);
  writeFileSync(note, `${away}\n`);
  return away;
}

function socketFolder(home: string): string {
  const near = join(home, 'socket');
  return Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : `/tmp/tandem-${fingerprint(home)}`;
}

const fingerprint = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);

/** Nobody but the account gets in: the folder's permissions are the only door of the database. */
function makePrivate(folder: string, account: Account | undefined): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined && account) chownSync(folder, account.uid, account.gid);
  const state = lstatSync(folder);
  const wanted = account?.uid ?? process.getuid?.();
  if (state.isDirectory() && state.uid === wanted) return;
  throw new Error(
    `${folder} belongs to another user (uid ${state.uid}). Start Tandem as the user who started it first, ` +
      'or set DATA_DIR to a folder of your own.',
  );
}
