/**
 * `npm run measure`: how much the browser loads first, and how long a person waits after a key or a click on a matrix
 * of 500 templates and on a recipe of 200 steps. On the production build; fails when a limit is not kept.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { build } = await import('./build.mjs');
const { openApp } = await import('./measure/app.mjs');
const { openBrowser } = await import('./measure/browser.mjs');
const { measureCanvas } = await import('./measure/canvas.mjs');
const { fillTemplates, measureMatrix } = await import('./measure/matrix.mjs');
const { root } = await import('./workspaces.mjs');

await build();
console.log('First load, JavaScript compressed:');
const sizes = spawnSync(process.execPath, [join(root, 'apps/editor/scripts/first-load.mjs')], { stdio: 'inherit' });
let isWithin = sizes.status === 0;

const app = await openApp();
const browser = await openBrowser();
try {
  await fillTemplates(app.sandboxUrl);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const rows = [
    ...(await measureMatrix(await context.newPage(), app.url)),
    ...(await measureCanvas(await context.newPage(), app.url)),
  ];
  for (const row of rows) console.log(said(row));
  isWithin &&= rows.every(({ value, unit, limit }) => limit === undefined || unit !== 'ms' || value <= limit);
} finally {
  await browser.close();
  await app.close();
}
process.exitCode = isWithin ? 0 : 1;

function said({ what, value, unit, limit }) {
  const rounded = String(Math.round(value * 10) / 10).padStart(6);
  return `${rounded} ${unit}  ${what}${limit === undefined ? '' : ` (limit ${limit})`}`;
}
