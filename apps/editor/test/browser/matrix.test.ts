import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findings, startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  const answer = await fetch(`${stage.url}/api/connections/sandbox`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBeLessThan(300);
}, 240_000);
afterAll(() => stage.close());

const LIMIT = 180_000;
/** A machine that is busy with other tests takes its time. */
async function open(path = '/templates', colorScheme: 'light' | 'dark' = 'light') {
  const seen = await stage.open(path, { colorScheme });
  await seen.page.getByRole('grid').waitFor();
  return seen;
}
const cell = (page: Page, recipe: string, template: string, state: string) =>
  page.getByRole('button', { name: `${recipe}, ${template}, ${state}` });
const missing = (page: Page, recipe: string, template: string) =>
  page.getByRole('button', { name: `What is missing: ${recipe}, ${template}` });

describe('the matrix', () => {
  it(
    'says what is missing before an automation would work, and leads to where it is put right',
    async () => {
      const { page, complaints } = await open();
      await missing(page, 'Update, add and delete line items', 'Mutual NDA').click();
      await page.getByText('The template has no pricing table or quote').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByText('The template has no pricing table or quote').waitFor({ state: 'detached' });
      await missing(page, 'Change the deal stage', 'Order form').click();
      await page.getByRole('button', { name: 'Open the settings' }).first().click();
      await page.getByRole('radio', { name: 'As for all templates' }).waitFor();
      await page.getByText('Before it can work').waitFor();
      expect(await missing(page, 'Attach the PDF', 'Order form').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LIMIT,
  );

  it(
    'fills in the settings from live lists, says what is still missing, and takes it back',
    async () => {
      const { page, complaints } = await open();
      const drawer = page.getByRole('dialog');
      const pick = async (field: string, choice: string) => {
        await drawer.getByRole('combobox', { name: field }).click();
        await page.getByRole('option', { name: choice, exact: true }).click();
      };
      await cell(page, 'Change the deal stage', 'Order form', 'Off').click();
      await drawer.getByRole('radio', { name: 'On', exact: true }).check();
      await drawer.getByRole('button', { name: 'Save' }).click();
      await drawer.getByText('This has to be filled in').first().waitFor();
      await drawer.getByText('“Pipeline” is not filled in').waitFor();
      expect(await findings(page)).toEqual([]);

      await pick('Pipeline', 'Sales pipeline');
      await drawer.getByText('“Pipeline” is not filled in').waitFor({ state: 'detached' });
      await pick('Add to “Stage per status”', 'Completed');
      await drawer.getByText('“Stage per status” is not filled in').waitFor({ state: 'detached' });
      await pick('For Completed', 'Closed won');
      // The stages are those of the pipeline, and go with it.
      await pick('Pipeline', 'Renewals');
      await drawer.getByRole('combobox', { name: 'For Completed' }).waitFor({ state: 'detached' });
      await pick('Add to “Stage per status”', 'Completed');
      await drawer.getByRole('combobox', { name: 'For Completed' }).click();
      await page.getByRole('option', { name: 'Renewal offered', exact: true }).click();
      await drawer.getByRole('button', { name: 'Save' }).click();
      await cell(page, 'Change the deal stage', 'Order form', 'On').waitFor();

      await page.getByRole('button', { name: 'Undo' }).click();
      await cell(page, 'Change the deal stage', 'Order form', 'Off').waitFor();
      await page.getByRole('link', { name: 'Changes' }).click();
      await page.getByText('Switched on').first().waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LIMIT,
  );

  it(
    'switches many at once by keyboard alone, and takes it all back',
    async () => {
      const { page, complaints } = await open();
      await cell(page, 'Attach the PDF', 'Mutual NDA', 'Off').focus();
      for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Control+ ']) await page.keyboard.press(key);
      await page.getByText('3 templates selected × Attach the PDF').waitFor();
      expect(await findings(page)).toEqual([]);

      await page.getByRole('button', { name: 'Switch automations' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('3 automations change').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save' }).focus();
      await page.keyboard.press('Enter');
      await cell(page, 'Attach the PDF', 'Quote agreement', 'On').waitFor();
      expect(await cell(page, 'Attach the PDF', 'Sales proposal', 'Off').count()).toBe(1);

      await page.getByRole('button', { name: 'Undo' }).focus();
      await page.keyboard.press('Enter');
      await cell(page, 'Attach the PDF', 'Quote agreement', 'Off').waitFor();
      const { items } = (await (await page.request.get(`${stage.url}/api/automations`)).json()) as { items: object[] };
      expect(items).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LIMIT,
  );

  it(
    'shows what a deleting automation would do to a recent document before it is on',
    async () => {
      const template = await stage.template('Sales proposal');
      await stage.act('POST', '/play/documents', { deal_id: '1001', template_id: template });
      const { page, complaints } = await open();
      await cell(page, 'Update, add and delete line items', 'Sales proposal', 'Off').click();
      await page.getByRole('radio', { name: 'On', exact: true }).check();
      await page.getByText('This can delete line items').waitFor();
      expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Show what it would do now' }).click();
      await page.getByText('Nothing was').or(page.getByText('nothing was')).first().waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await cell(page, 'Update, add and delete line items', 'Sales proposal', 'On').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    LIMIT,
  );

  it(
    'shows a folder, or what is on; the address says so',
    async () => {
      const { page } = await open('/templates?folder=Legal', 'dark');
      await page.getByText('1 template', { exact: true }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('combobox', { name: 'Folder' }).selectOption('Sales');
      await page.getByText('3 templates', { exact: true }).waitFor();
      await page.waitForURL(/folder=Sales/);
      await page.context().close();
    },
    LIMIT,
  );
});
