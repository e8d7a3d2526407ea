import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 240_000);
afterAll(() => stage.close());

const TEMPLATES = 500;
const PAGE = 200;

/** Lets the page see so many templates; each is as the first one of the sandbox. */
async function multiplyTemplates(page: Page): Promise<void> {
  const answer = await page.request.get(`${stage.url}/api/templates`);
  const [first] = ((await answer.json()) as { items: object[] }).items;
  const all = Array.from({ length: TEMPLATES }, (_, index) => ({
    ...first,
    id: `t${index}`,
    name: `Template ${index}`,
  }));
  await page.route('**/api/templates?*', (route) => {
    const offset = Number(new URL(route.request().url()).searchParams.get('offset') ?? 0);
    const end = offset + PAGE;
    const body = { items: all.slice(offset, end), total: TEMPLATES, next: end < TEMPLATES ? end : null };
    return route.fulfill({ json: body });
  });
}

/** Keeps in `window.waits` how long each key and click took until the next paint, in milliseconds. */
const WATCH = `
  window.waits = [];
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.waits.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });`;

it('answers keys at once on a matrix of 500 templates, and draws only what is in sight', async () => {
  const { page } = await stage.open('/connections');
  await page.request.post(`${stage.url}/api/connections/sandbox`, { data: {} });
  await multiplyTemplates(page);
  await page.goto(`${stage.url}/templates`);
  await page.getByText(`${TEMPLATES} templates`).waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(80);

  await page.evaluate(WATCH);
  await page.getByRole('button', { name: /^Import from CRM, All templates/ }).focus();
  for (let presses = 0; presses < 80; presses++) await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('Template 79'));
  await page.getByRole('textbox').click();
  await page.keyboard.type('template 42');
  await page.getByText('15 templates').waitFor();

  const waits = await page.evaluate<number[]>('window.waits');
  const sorted = waits.toSorted((one, other) => one - other);
  const share = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;
  // `npm run measure` holds the limit of 100 ms on a quiet machine; this one may be busy with other tests.
  expect(share(0.75)).toBeLessThanOrEqual(250);
}, 300_000);
