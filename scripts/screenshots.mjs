/**
 * `npm run screenshots`: plays the demo on a Tandem of its own and keeps a picture of every page, light and dark, in
 * docs/screenshots. The pictures in the README come from here.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { freePort } = await import('./free-port.mjs');
const { root } = await import('./workspaces.mjs');
process.env.PORT = String(await freePort(Number(process.env.PORT || 3900), '127.0.0.1'));
const { openStage } = await import('./demo/stage.mjs');
const { play } = await import('./demo/play.mjs');
const { openBrowser } = await import('./measure/browser.mjs');
const { pagesOf } = await import('./measure/pages.mjs');

/** Enough for a busy machine. */
const PATIENCE_MS = 120_000;

const folder = join(root, 'docs', 'screenshots');
await mkdir(folder, { recursive: true });
const stage = await openStage();
try {
  await play(stage);
  const browser = await openBrowser();
  const pages = await pagesOf(stage);
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    for (const { name, path, shows } of pages) {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(stage.appUrl + path);
      await page.locator(shows).first().waitFor();
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await page.waitForLoadState('networkidle'); // names of stages, properties and folders come last
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
      await page.close();
    }
    await context.close();
  }
  await browser.close();
} finally {
  await stage.close();
}
