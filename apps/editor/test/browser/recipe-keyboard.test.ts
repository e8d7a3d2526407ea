import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, tabTo } from './keyboard.js';
import { findingsInBothThemes, startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await fetch(`${stage.url}/api/connections/sandbox`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
}, 180_000);
afterAll(() => stage.close());

/** For machines that are busy with other things. */

const row = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });
const rows = (page: Page) => page.getByRole('treeitem').allInnerTexts();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The row of the outline that the keyboard is at. */
async function expectAt(page: Page, name: string): Promise<void> {
  await page.locator('[role=treeitem]:focus').filter({ hasText: name }).waitFor();
}

/** Opens a list by its key and takes a line of it. */
async function take(page: Page, key: string, typed: string, line: RegExp): Promise<void> {
  await press(page, key);
  await page.locator('[role=combobox]:focus').waitFor();
  await page.keyboard.type(typed);
  await page.getByRole('option', { selected: true, name: line }).waitFor();
  await press(page, 'Enter');
}

/** Adds a step behind the row that the keyboard is at; the keyboard then is at the new step. */
async function add(page: Page, typed: string, name: string): Promise<void> {
  await take(page, 'a', typed, new RegExp(`^${name}`));
  await expectAt(page, name);
}

/** Takes a value of an earlier step out of the list that hangs on the button that the keyboard is at. */
async function takeValue(page: Page, typed: string, value: RegExp): Promise<void> {
  await press(page, 'Enter');
  await page.getByRole('textbox', { name: 'Search values' }).waitFor();
  await page.keyboard.type(typed);
  await tabTo(page, value);
  await press(page, 'Enter');
  await page.getByRole('textbox', { name: 'Search values' }).waitFor({ state: 'detached' });
}

it('lets a recipe be written and published by keyboard alone', async () => {
  const { page, complaints } = await stage.open('/recipes');
  await page.getByRole('link', { name: 'Change the deal stage' }).waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await tabTo(page, /^New recipe$/);
  await press(page, 'Enter');

  await row(page, 'Document status changed').waitFor();
  await tabTo(page, /^Document status changed$/);
  await press(page, 'Enter');
  await choose(page, /^When/, 'Signed PDF ready');
  await press(page, 'Escape');
  await expectAt(page, 'Signed PDF ready');
  await add(page, 'get a deal', 'Get a deal');
  await add(page, 'if', 'If');
  await press(page, 'Enter');
  await tabTo(page, /^Choose a value$/);
  await takeValue(page, 'get a deal amount', /^amount/);
  await choose(page, /^Comparison$/, 'is more than');
  await tabTo(page, /^Compare with$/);
  await page.keyboard.type('100');
  await press(page, 'Escape');
  await expectAt(page, '2 If');

  await press(page, 'ArrowDown');
  await expectAt(page, 'amount is more than 100');
  await add(page, 'add a note', 'Add a note to a deal');
  await press(page, 'Enter');
  await tabTo(page, /^Body$/);
  await page.keyboard.type('Signed, and worth');
  await tabTo(page, /^Insert a value into Body$/, 'Shift+Tab');
  await takeValue(page, 'get a deal amount', /^amount/);
  expect(await page.getByRole('textbox', { name: 'Body' }).inputValue()).toBe(
    'Signed, and worth {{steps.get_deal.amount}}',
  );
  await tabTo(page, /^Choose another value than Trigger › deal id$/, 'Shift+Tab');
  await takeValue(page, 'get a deal id', /^id/);
  await page
    .getByRole('button', { name: 'Choose another value than 1 Get a deal › id' })
    .and(page.locator(':focus'))
    .waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await press(page, 'Escape');
  await expectAt(page, '2.1 Add a note to a deal');
  await page.keyboard.press('Control+s');
  await page.getByText('Never published').waitFor();

  const before = await rows(page);
  const misplaced = page.getByRole('treeitem', { name: /^1 Add a note to a deal.+/ });
  await press(page, 'Alt+ArrowUp', 'Alt+ArrowUp');
  await misplaced.waitFor();
  await page.getByRole('region', { name: 'Problems' }).waitFor();
  await press(page, 'Control+z', 'Control+z');
  await row(page, '2.1 Add a note to a deal').waitFor();
  expect(await rows(page)).toEqual(before);
  await press(page, 'Control+y', 'Control+y');
  await misplaced.waitFor();
  await press(page, 'Control+z', 'Control+z');
  await row(page, '2.1 Add a note to a deal').waitFor();

  await press(page, 'Home', 'End', 'ArrowUp', 'ArrowLeft', 'ArrowLeft');
  await row(page, '2.1 Add a note to a deal').waitFor({ state: 'detached' });
  await press(page, 'ArrowRight', 'ArrowRight');
  await expectAt(page, '2.1 Add a note to a deal');
  await press(page, 'Control+d');
  await expectAt(page, '2.2 Add a note to a deal');
  await press(page, 'Shift+ArrowUp', 'Delete');
  await row(page, '2.1 Add a note to a deal').waitFor({ state: 'detached' });
  await press(page, 'Control+z');
  await row(page, '2.2 Add a note to a deal').waitFor();
  await press(page, 'Control+z');
  await row(page, '2.2 Add a note to a deal').waitFor({ state: 'detached' });

  await take(page, 'Control+k', 'publish', /^Publish/);
  await page.getByText('Version 1 is published').waitFor();
  expect(complaints).toEqual([]);
}, 240_000);

it('has nothing that axe finds, whatever is open', async () => {
  const { page, complaints } = await stage.open('/recipes/update-line-items');
  await row(page, '1 Read the document').waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await tabTo(page, /^Clone to edit$/);
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: 'Clone a recipe' }).waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Update, add and delete line items (copy)' }).waitFor();

  await row(page, '1 Read the document').focus();
  await press(page, 'a');
  await shows(page, page.getByRole('combobox', { name: 'Search steps' }));
  await press(page, '?');
  await shows(page, page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  await press(page, 'Enter');
  await tabTo(page, /^Insert a value into Document id$/);
  await press(page, 'Enter');
  await shows(page, page.getByRole('textbox', { name: 'Search values' }));
  await tabTo(page, /^Edit Document id as a formula$/);
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Edit Document id as a plain value' }).waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);

  for (const tab of ['Test', 'Notes']) {
    await page.getByRole('tab', { selected: true }).focus();
    await press(page, 'ArrowRight');
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    expect(await findingsInBothThemes(page)).toEqual([]);
  }
  await take(page, 'Control+k', 'versions', /^Versions/);
  await shows(page, page.getByRole('dialog', { name: 'Versions' }));
  expect(complaints).toEqual([]);
}, 240_000);

/** What lies over the editor is clean, too; Escape takes it away and leads back. */
async function shows(page: Page, overlay: ReturnType<Page['locator']>): Promise<void> {
  await overlay.waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await press(page, 'Escape');
  await page.waitForFunction(
    () => document.activeElement !== document.body && document.querySelector('[role=dialog]') === null,
  );
}
