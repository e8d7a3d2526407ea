/**
 * How much JavaScript a browser loads before it shows a page, compressed as it is sent. Says it for each page and fails
 * when one is above the budget. Build first.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Recipes are checked in the browser as they are on the server, and drawn. */
const budgetOf = (page) => (page.startsWith('src/recipe/') ? 450 : 250);

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));

/** All files that have to be there before a module runs. */
function neededBy(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) neededBy(next, found);
  return found;
}

const sizes = new Map();
function kilobytes(key) {
  const { file } = manifest[key];
  if (!file.endsWith('.js')) return 0;
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024);
  return sizes.get(file);
}

const pages = Object.keys(manifest).filter((key) => /Pages?\.tsx$/.test(key) && manifest[key].isDynamicEntry);
let isWithin = true;
for (const page of pages) {
  const needed = new Set(['index.html', 'src/texts/french.ts', page].flatMap((key) => [...neededBy(key)]));
  const total = [...needed].reduce((sum, key) => sum + kilobytes(key), 0);
  const budget = budgetOf(page);
  isWithin &&= total <= budget;
  console.log(`${total.toFixed(0).padStart(4)} of ${budget} KB  ${needed.size} files  ${page}`);
}
process.exitCode = isWithin ? 0 : 1;
