/** Compiles TypeScript to JavaScript beside it in `dist`, file by file, and only what has changed. */
import { transformFile } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './workspaces.mjs';

const swcrc = join(root, '.swcrc');
const isForTests = (path) => /\.test\.ts$|(^|\/)(testing|test)\//.test(path);
const outputOf = (path) => path.replace(/\.ts$/, '.js');

/**
 * Brings `dist` of one workspace in step with its `src`; other files than TypeScript are copied, tests left out.
 * Answers how many files it wrote. Throws swc's message at the first file that does not parse.
 */
export async function compile(workspace) {
  const [source, target] = [join(workspace, 'src'), join(workspace, 'dist')];
  if (!existsSync(source)) return 0;
  const listFile = join(target, '.compiled.json');
  const before = existsSync(listFile) ? JSON.parse(readFileSync(listFile, 'utf8')) : {};
  const now = fingerprints(source);
  const changed = Object.keys(now).filter(
    (path) => before[path] !== now[path] || !existsSync(join(target, outputOf(path))),
  );
  const gone = Object.keys(before).filter((path) => !(path in now));
  if (changed.length + gone.length === 0) return 0;

  for (const path of gone) for (const end of ['', '.map']) rmSync(join(target, outputOf(path) + end), { force: true });
  await Promise.all(changed.map((path) => compileFile(join(source, path), join(target, outputOf(path)))));
  writeFileSync(listFile, JSON.stringify(now));
  return changed.length;
}

function fingerprints(source) {
  const settings = readFileSync(swcrc);
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(source.length + 1)
      .replaceAll('\\', '/'),
  );
  return Object.fromEntries(
    paths
      .filter((path) => !isForTests(path))
      .map((path) => {
        const content = readFileSync(join(source, path));
        return [path, createHash('sha256').update(settings).update(content).digest('hex')];
      }),
  );
}

async function compileFile(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  if (!from.endsWith('.ts')) {
    writeFileSync(to, readFileSync(from));
    return;
  }
  const { code, map } = await transformFile(from, { configFile: swcrc, outputPath: to }).catch((error) => {
    throw new Error(error.message.split('\n\nCaused by')[0].trimEnd()); // what follows is a stack inside swc
  });
  const name = to.slice(dirname(to).length + 1);
  writeFileSync(to, `${code}\n//# sourceMappingURL=${name}.map\n`);
  writeFileSync(`${to}.map`, map);
}
