/** Installs what the lock file names, when it is not installed yet. Uses nothing but Node, since nothing else is there. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.installed-lock');

export function ensureInstalled() {
  refuseOldNode();
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(stampFile) === stamp) return;
  if (!isInstalled(JSON.parse(lock))) runNpmCi();
  remember(stamp);
}

/** Only spares the next start a closer look; whoever runs what another user installed may not write here. */
function remember(stamp) {
  try {
    writeFileSync(stampFile, stamp);
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
  }
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 22 || (major === 20 && minor >= 19)) return;
  fail(`Tandem needs Node 20.19 or newer (20, 22 or later); this is ${process.versions.node}.`);
}

/** npm keeps a list of what it has put into node_modules; a run of `npm ci` by hand is seen there. */
function isInstalled(lock) {
  const list = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (!list) return false;
  const installed = JSON.parse(list).packages;
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional && !wanted.link)
    .every(([path, wanted]) => installed[path]?.version === wanted.version);
}

function runNpmCi() {
  console.log('Installing the packages of package-lock.json, once …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.exec(stderr ?? '');
  if (!offline) fail(`npm ci failed:\n${stderr || error?.message}`);
  fail(
    `The packages cannot be downloaded (${offline[0]}): the package registry is out of reach. ` +
      'Check the network or the proxy settings of npm, then try again.',
  );
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
