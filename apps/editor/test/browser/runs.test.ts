import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { tabTo } from './keyboard.js';
import { findings, startStage, type Stage } from './stage.js';

const SCOPE_IS_MISSING = 'HubSpot could not update deal …: the connected app lacks the scope crm.objects.deals.write.';
const DEAL_IS_GONE = 'HubSpot could not update deal …: it does not exist or was deleted.';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  await stage.api('PUT', '/api/automations', {
    ...{ recipe: 'change-deal-stage', template_id: null, enabled: true },
    settings: { pipeline: 'default', stages: { 'document.sent': 'closedwon' } },
  });
  await sendWhile('403', ['1001', '1002']);
  await sendWhile('404', ['1003']);
}, 180_000);
afterAll(() => stage.close());

/** Documents of these deals are sent while HubSpot answers every change with this failure. */
async function sendWhile(failure: string, deals: string[]): Promise<void> {
  const before = await failed();
  await stage.act('POST', '/faults', { api: 'hubspot', method: 'PATCH', effect: { kind: 'preset', name: failure } });
  for (const deal of deals) await sendOne(deal);
  const deadline = Date.now() + 60_000;
  while ((await failed()) < before + deals.length) {
    if (Date.now() > deadline) throw new Error(`Only ${await failed()} runs have failed`);
    await wait(100);
  }
  await stage.act('DELETE', '/faults');
}

async function sendOne(deal: string): Promise<void> {
  const template = await stage.template('Mutual NDA');
  const { document_id: id } = await stage.act('POST', '/play/documents', { deal_id: deal, template_id: template });
  await stage.act('POST', `/pandadoc/documents/${String(id)}/send`, {});
}

const failed = async (): Promise<number> =>
  (await stage.api<{ items: unknown[] }>('GET', '/api/runs?status=failed')).items.length;

describe('the runs', () => {
  it.each(['light', 'dark'] as const)(
    'show what came of them and why some failed, with nothing that axe finds: %s',
    async (colorScheme) => {
      const { page, complaints } = await stage.open('/runs?status=failed&utm_source=mail', { colorScheme });
      await page.getByRole('heading', { name: 'Runs over time' }).waitFor();
      await page.getByRole('link', { name: SCOPE_IS_MISSING }).waitFor();
      await page.getByRole('link', { name: DEAL_IS_GONE }).waitFor();
      await page.getByText('Add crm.objects.deals.write to the app').waitFor();
      expect(await page.getByRole('table', { name: 'Runs over time' }).getByRole('cell').allTextContents()).toEqual([
        '3',
      ]);
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  it('are searched, narrowed to one cause and retried together, after showing what that would change', async () => {
    const { page, complaints } = await stage.open('/runs');
    const rows = page.getByRole('table', { name: 'Runs', exact: true }).locator('tbody').getByRole('row');
    await page.getByRole('textbox', { name: 'Search' }).fill('lacks the scope');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=lacks/);
    await rows.nth(2).waitFor({ state: 'detached' });
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('link', { name: SCOPE_IS_MISSING }).click();
    await page.waitForURL(/group=[0-9a-f]{16}/);
    await rows.nth(2).waitFor({ state: 'detached' });
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);

    await page.getByRole('button', { name: `Retry all: ${SCOPE_IS_MISSING}` }).click();
    await page.getByText('This is what 2 runs would change now:').waitFor();
    expect(await findings(page)).toEqual([]);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Mutual NDA/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Closed won').first().waitFor();
    await page.getByRole('button', { name: 'Retry 2 runs' }).click();
    await page.getByRole('dialog').getByText('Done: 2 of 2 runs').waitFor();
    await page.getByRole('dialog').getByText('2 succeeded').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('link', { name: SCOPE_IS_MISSING }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('are narrowed to a stretch of time by keyboard alone, and the address says which', async () => {
    const { page, complaints } = await stage.open('/runs?status=failed');
    const rows = page.getByRole('table', { name: 'Runs', exact: true }).locator('tbody').getByRole('row');
    await rows.first().waitFor();
    await tabTo(page, /^Period: Any time$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Period' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await tabTo(page, /^Last hour$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/last=hour/);
    await page.getByRole('heading', { name: 'Runs over time' }).waitFor();
    await rows.first().waitFor();

    await tabTo(page, /^Period: Last hour$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('To: Day').fill('2020-02-01');
    await page.getByLabel('From: Day').fill('2020-02-01');
    await page.getByLabel('From: Time').fill('09:30');
    await page.keyboard.press('Enter');
    await page.waitForURL(
      (url) => url.searchParams.get('from') === new Date('2020-02-01T09:30').toISOString().replace(':00.000', ''),
    );
    await page.getByText('No run fits these filters').waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Period: 1 Feb 2020, 09:30 – 1 Feb 2020$/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('come in without moving the row under the pointer', async () => {
    const { page, complaints } = await stage.open('/runs?recipe=change-deal-stage');
    const rows = page.getByRole('table', { name: 'Runs', exact: true }).locator('tbody').getByRole('row');
    await rows.first().hover();
    const first = await rows.first().getByRole('link').first().getAttribute('href');
    const before = await rows.count();
    await sendOne('1004');
    const newcomer = page.getByRole('button', { name: 'Show 1 new run' });
    await newcomer.waitFor();
    expect(await rows.first().getByRole('link').first().getAttribute('href')).toBe(first);
    expect(await rows.count()).toBe(before);
    await newcomer.click();
    await rows.nth(before).waitFor();
    expect(await rows.nth(1).getByRole('link').first().getAttribute('href')).toBe(first);

    await page.getByRole('link', { name: 'Home' }).click();
    const latest = page.getByRole('region', { name: 'Latest runs' }).locator('tbody').getByRole('row');
    await latest.first().hover();
    const top = await latest.first().getByRole('link').first().getAttribute('href');
    const told = page.waitForResponse(
      async (answer) =>
        answer.url().includes('/api/runs?limit=8') &&
        `/runs/${((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? ''}` !== top,
    );
    await sendOne('1004');
    await told;
    expect(await latest.first().getByRole('link').first().getAttribute('href')).toBe(top);
    await page.getByRole('heading', { level: 1 }).hover();
    await page.locator(`tbody tr:first-child a[href="${top ?? ''}"]`).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('are ticked and retried by keyboard alone', async () => {
    const { page, complaints } = await stage.open('/runs?status=failed');
    await page
      .getByRole('checkbox', { name: /^Tick Mutual NDA/ })
      .first()
      .waitFor();
    await tabTo(page, /^Tick Mutual NDA/);
    await page.keyboard.press('Space');
    await page.getByText('1 run ticked').waitFor();
    for (const key of ['Shift+Tab', 'Shift+Tab']) await page.keyboard.press(key);
    await tabTo(page, /^Retry these/);
    await page.keyboard.press('Enter');
    await page.getByText('This is what 1 run would change now:').waitFor();
    await tabTo(page, /^Retry 1 run$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Done: 1 of 1 run').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('No run fits these filters').waitFor();
    expect(await failed()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);
});
