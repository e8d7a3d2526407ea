import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, tabTo } from './keyboard.js';
import { findingsInBothThemes, startStage, type Stage } from './stage.js';

const DEAL = '1001';
const DEAL_NAME = 'Alder & Finch: platform for 12 clinics';
/** For machines that are busy with other things. */

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  await stage.api('PUT', '/api/automations', {
    ...{ recipe: 'change-deal-stage', template_id: null, enabled: true },
    settings: { pipeline: 'default', stages: { 'document.sent': 'contractsent' } },
  });
  const template = await stage.template('Mutual NDA');
  const { document_id: id } = await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: template });
  await stage.act('POST', `/pandadoc/documents/${String(id)}/send`, {});
}, 180_000);
afterAll(() => stage.close());

/** Light and dark, narrow and wide, as it stands now. */
async function expectClean(page: Page): Promise<void> {
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  for (const width of [1024, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findingsInBothThemes(page)).toEqual([]);
  }
}

/** Tab to something and press it. */
async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Goes to a page by the navigation, from the top of the page that is shown. */
async function goTo(page: Page, place: string): Promise<void> {
  await press(page, new RegExp(`^${place}$`));
  await page.getByRole('heading', { level: 1, name: place }).waitFor();
}

it('leads through every page by keyboard alone, with nothing that axe finds and not a word on the console', async () => {
  const { page, complaints } = await stage.open('/');

  // Home, and what is set for the whole of Tandem
  await page.getByRole('link', { name: 'Change the deal stage' }).first().waitFor();
  await press(page, /^Theme$/);
  await page.getByRole('menuitem', { name: 'Dark' }).waitFor();
  await expectClean(page);
  await page.keyboard.press('Escape');

  // The newest run, from Home
  await press(page, /^Change the deal stage$/);
  await page.getByRole('tree', { name: 'Steps of the run' }).waitFor();
  await tabTo(page, /^The whole run$/);
  await page.keyboard.press('End');
  await page.getByRole('heading', { level: 2, name: 'Move the deal' }).waitFor();
  await page.keyboard.press('Home');
  await page.getByRole('heading', { name: 'What it changed' }).waitFor();
  await expectClean(page);

  // From there to the deal
  await page.getByRole('link', { name: DEAL_NAME, exact: true }).waitFor();
  await press(page, new RegExp(`^${DEAL_NAME}$`));
  await page.waitForURL(/ledger\/deals/);
  await tabTo(page, /^Timeline$/);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Properties', selected: true }).waitFor();
  await expectClean(page);

  await goTo(page, 'Templates');
  await page.getByRole('grid').waitFor();
  await tabTo(page, /^Import from CRM, All templates/);
  await page.keyboard.press('ArrowDown');
  await page.locator(':focus[aria-label^="Import from CRM"]:not([aria-label*="All templates"])').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('radio', { name: 'As for all templates' }).waitFor();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await goTo(page, 'Recipes');
  await page.getByRole('link', { name: 'Attach the PDF' }).waitFor();
  await press(page, /^Actions for Attach the PDF$/);
  await page.getByRole('menuitem', { name: 'Export' }).waitFor();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await press(page, /^Attach the PDF$/);
  await page.getByRole('treeitem', { name: 'Document status changed' }).waitFor();
  await tabTo(page, /^1 /);
  await page.keyboard.press('Home');
  await page.getByRole('heading', { level: 2, name: 'Document status changed' }).waitFor();
  await expectClean(page);

  await goTo(page, 'Runs');
  await choose(page, /^Status$/, 'Succeeded');
  await page.waitForURL(/status=succeeded/);
  await page.getByRole('link', { name: 'Change the deal stage' }).first().waitFor();
  await expectClean(page);

  await goTo(page, 'Ledger');
  await tabTo(page, /^Find a deal or a document$/);
  await page.keyboard.type('mutual');
  await page
    .getByRole('link', { name: /^Mutual NDA/ })
    .first()
    .waitFor();
  await expectClean(page);
  await press(page, /^Mutual NDA/);
  await page.waitForURL(/ledger\/documents/);
  await page.getByText('Document status changed').first().waitFor();
  await expectClean(page);

  await goTo(page, 'Backfills');
  await press(page, /^New backfill$/);
  await page.getByRole('checkbox', { name: 'Change the deal stage' }).waitFor();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await goTo(page, 'Connections');
  await page.getByRole('button', { name: 'Send a test' }).first().waitFor();
  await press(page, /^Send a test$/);
  await page.getByText(/^It works/).waitFor();
  await page.getByText(/^The webhook address works: a signed delivery arrived/).waitFor();
  for (const account of ['HubSpot', 'PandaDoc']) {
    const webhooks = page.getByRole('region', { name: account }).getByRole('group', { name: 'Webhooks' });
    await webhooks.getByText('Last delivery').waitFor();
  }
  const ofPandaDoc = page.getByRole('region', { name: 'PandaDoc' });
  await ofPandaDoc.getByText('PandaDoc keeps the subscription, and deliveries arrive').waitFor();
  await ofPandaDoc.getByText(/\/webhooks\/pandadoc\//).waitFor();
  await expectClean(page);

  await goTo(page, 'Changes');
  await page.getByText('Switched on').waitFor();
  await expectClean(page);
  await press(page, /^Change the deal stage$/);
  await page.waitForURL(/recipes\/change-deal-stage/);
  expect(complaints).toEqual([]);
}, 400_000);
