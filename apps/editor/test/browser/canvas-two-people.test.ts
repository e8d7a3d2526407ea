import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findings, startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 180_000);
afterAll(() => stage.close());

/** For machines that are busy with other things. */

/** A recipe of one's own with the one step "Move the deal". */
async function cloneAs(page: Page, key: string): Promise<void> {
  const made = await page.request.post(`${stage.url}/api/recipes/change-deal-stage/clone`, {
    data: { key, name: key },
  });
  expect(made.ok()).toBe(true);
}

const row = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

/** Puts a note before everything else, with its text. */
async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a step here' }).first().click();
  await page.getByRole('combobox', { name: 'Search steps' }).fill('add a note');
  await page.getByRole('option', { name: /^Add a note to a deal/ }).click();
  await page.getByRole('textbox', { name: 'Body' }).fill(text);
}

it('tells the second of two people, shows the difference, and keeps the work of both', async () => {
  const [first, second] = [await stage.open('/recipes'), await stage.open('/recipes')];
  await cloneAs(first.page, 'shared');
  for (const { page } of [first, second]) {
    await page.goto(`${stage.url}/recipes/shared`);
    await row(page, '1 Move the deal').waitFor();
  }
  await addNote(second.page, 'From the second');
  await addNote(first.page, 'From the first');
  await first.page.getByRole('button', { name: 'Save' }).click();
  await first.page.getByText('Never published').waitFor();

  await second.page.getByText('Somebody else saved this recipe').waitFor();
  await second.page.getByRole('button', { name: 'See the difference' }).click();
  const dialog = second.page.getByRole('dialog');
  await dialog.getByText('From the first').waitFor();
  await dialog.getByText('From the second').waitFor();
  expect(await findings(second.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep both: mine as a copy' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await second.page.getByRole('textbox', { name: 'Body' }).inputValue()).toBe('From the first');

  await second.page.getByRole('link', { name: 'Recipes' }).last().click();
  await second.page.getByRole('link', { name: 'shared (copy)' }).click();
  await row(second.page, '1 Add a note to a deal').click();
  expect(await second.page.getByRole('textbox', { name: 'Body' }).inputValue()).toBe('From the second');
  for (const { page, complaints } of [first, second]) {
    expect(complaints).toEqual([]);
    await page.context().close();
  }
}, 300_000);
