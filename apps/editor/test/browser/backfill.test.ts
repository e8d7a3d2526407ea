import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { tabTo } from './keyboard.js';
import { findings, startStage, type Stage } from './stage.js';

const DEAL = '1001';
const TEMPLATE = 'Mutual NDA';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  const id = await stage.template(TEMPLATE);
  const { document_id: document } = await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: id });
  await stage.act('POST', `/pandadoc/documents/${String(document)}/send`, {});
  await stage.act('POST', `/pandadoc/documents/${String(document)}/sign`, {});
  await isPast(String(document));
  const settings = { pipeline: 'default', stages: { 'document.completed': 'closedwon' } };
  await stage.api('PUT', '/api/automations', {
    recipe: 'change-deal-stage',
    template_id: null,
    enabled: true,
    settings,
  });
});
afterAll(() => stage.close());

/** Tandem has seen all that happened to the document, at a time when nothing was switched on for it. */
async function isPast(document: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const { under_way: underWay } = await stage.act('GET', '/pandadoc/webhooks');
    const answer = await fetch(`${stage.url}/api/events?subject=${document}&status=received`);
    const { items } = (await answer.json()) as { items: unknown[] };
    if (underWay === 0 && items.length === 0) return;
    await wait(100);
  }
  throw new Error(`Something still happens to the document ${document}`);
}

const status = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

describe('backfills', () => {
  it('are chosen, counted, started and followed to their end', async () => {
    const { page, complaints } = await stage.open('/backfills');
    await page.getByRole('heading', { name: 'Nothing to catch up on yet' }).waitFor();
    expect(await findings(page)).toEqual([]);

    await page.getByRole('button', { name: 'New backfill' }).click();
    await page.getByRole('button', { name: 'Count the documents' }).click();
    await page.getByText('Choose at least one automation.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Change the deal stage' }).check();
    await page.getByRole('button', { name: 'Count the documents' }).click();

    await status(page, 'Ready to start');
    await page.getByText(/documents? found\. Nothing happens before you start\./).waitFor();
    await page.getByRole('button', { name: 'Start Change the deal stage' }).click();
    await status(page, 'Finished');
    await page.getByText(/runs? succeeded/).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 180_000);

  it('are done by keyboard alone, in the dark, and say what was handled before', async () => {
    const { page, complaints } = await stage.open('/backfills', { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'New backfill' }).waitFor();
    await tabTo(page, /^New backfill$/);
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Change the deal stage' }).waitFor();
    await tabTo(page, /^Change the deal stage$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Count the documents$/);
    await page.keyboard.press('Enter');
    await status(page, 'Ready to start');
    await tabTo(page, /^Start Change the deal stage$/);
    await page.keyboard.press('Enter');
    const leftOut = page.getByRole('button', { name: /left out$/ }).first();
    await leftOut.waitFor();
    await tabTo(page, /left out$/);
    await page.keyboard.press('Enter');
    await page
      .getByText(/^Handled at this status before: Change the deal stage\.$/)
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 180_000);
});

describe('the connections page', () => {
  it.each(['light', 'dark'] as const)(
    'shows the calls that are used, in %s',
    async (colorScheme) => {
      const { page, complaints } = await stage.open('/connections', { colorScheme });
      const gauge = page.getByRole('group', { name: 'Calls' });
      await gauge.first().waitFor();
      await page
        .getByText(/^\d+ of 190 in 10\ss$/)
        .first()
        .waitFor();
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});
