/** Builds a browser app with Vite, when anything that goes into it has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspaces.mjs';

/** Whether a workspace is a browser app: those have a Vite configuration. */
export const isBrowserApp = (workspace) => existsSync(join(workspace, 'vite.config.mjs'));

/** Brings `dist` in step with the sources. Answers how many files Vite wrote, 0 when it was not needed. */
export async function bundle(workspace) {
  const stampFile = join(workspace, 'dist', '.bundled');
  const stamp = fingerprint(workspace);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 0;
  // Tests start Tandem with their own NODE_ENV, and what they build would be React for developers: larger and slower.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const { output } = await build({ root: workspace, configFile: join(workspace, 'vite.config.mjs'), logLevel: 'warn' });
  writeFileSync(stampFile, stamp);
  return output.length;
}

/** Of the app, of the packages that it may import, and of the versions of all others. */
function fingerprint(workspace) {
  const hash = createHash('sha256');
  const files = [
    join(root, 'package-lock.json'),
    join(workspace, 'index.html'),
    join(workspace, 'vite.config.mjs'),
    ...[join(workspace, 'src'), join(workspace, 'public'), join(root, 'packages', 'recipes', 'src')].flatMap(filesIn),
  ];
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
