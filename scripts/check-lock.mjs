/**
 * A lock file made on one machine can lack the binaries of others, and then `npm ci` fails there. Each optional
 * dependency of a locked package must itself be locked, and the workspaces must want what the lock says.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, workspaces } from './workspaces.mjs';

/** Falls back to plain JavaScript, and some of its platforms were never published. */
const MAY_LACK_BINARIES = new Set(['msgpackr-extract']);

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { packages } = read('package-lock.json');
const nameOf = (path) => path.replace(/^.*node_modules\//, '');
const locked = new Set(Object.keys(packages).map(nameOf));

const lacking = Object.entries(packages)
  .filter(([path]) => !MAY_LACK_BINARIES.has(nameOf(path)))
  .flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map((name) => `${name}, an optional dependency of ${nameOf(path)}, is not in package-lock.json`),
  );

const stale = ['', ...workspaces.map((folder) => relative(root, folder))].flatMap((folder) => {
  const wanted = read(join(folder, 'package.json'));
  return ['dependencies', 'devDependencies']
    .filter((kind) => JSON.stringify(sorted(wanted[kind])) !== JSON.stringify(sorted(packages[folder]?.[kind])))
    .map((kind) => `package-lock.json has other ${kind} for ${folder || 'the root'} than its package.json`);
});

function sorted(names = {}) {
  return Object.entries(names).sort(([left], [right]) => (left < right ? -1 : 1));
}

for (const problem of [...lacking, ...stale]) console.error(problem);
if (lacking.length + stale.length > 0) {
  console.error('Make the lock file anew in a copy without node_modules: npm install --package-lock-only');
  process.exit(1);
}
