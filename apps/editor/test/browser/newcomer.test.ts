import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 180_000);
afterAll(() => stage.close());

const DEAL = '1001';
const TEMPLATE = 'Sales proposal';
const COPY = 'Change the deal stage (copy)';
const NOTE = 'Signed, and worth';
const THREE_MINUTES = 180_000;
/** For machines that are busy with other things. */

const play = (method: string, path: string, body?: unknown) => stage.act(method, `/play/api/${path}`, body);

/** A document of the template for the deal, sent and signed. */
async function completeDocument(): Promise<void> {
  const template = await stage.template(TEMPLATE);
  const { document_id: id } = await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: template });
  await stage.act('POST', `/pandadoc/documents/${String(id)}/send`, {});
  await stage.act('POST', `/pandadoc/documents/${String(id)}/sign`, {});
}

/** What the notes on the deal say, in the sandbox's own words. */
async function notesOnDeal(): Promise<string[]> {
  const { results } = await play('GET', `hubspot/crm/v4/objects/deals/${DEAL}/associations/notes`);
  const ids = (results as { toObjectId: string | number }[]).map(({ toObjectId }) => toObjectId);
  const notes = await Promise.all(
    ids.map((id) => play('GET', `hubspot/crm/v3/objects/notes/${id}?properties=hs_note_body`)),
  );
  return notes.map(({ properties }) => (properties as { hs_note_body: string }).hs_note_body);
}

/** The `+` below the first way through the If. */
const plusOnFirstWay = (page: Page) => page.getByRole('button', { name: 'Add a step here' }).nth(3);

async function cloneStageRecipe(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Recipes', exact: true }).click();
  await page.getByRole('button', { name: 'Actions for Change the deal stage' }).click();
  await page.getByRole('menuitem', { name: 'Clone' }).click();
  await page.getByRole('button', { name: 'Clone', exact: true }).click();
  await page.getByRole('heading', { name: COPY }).waitFor();
}

async function addIfOnAmount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a step here' }).nth(1).click();
  await page.getByRole('option', { name: /^If/ }).click();
  await page.getByRole('button', { name: 'Choose a value' }).click();
  await page.getByRole('textbox', { name: 'Search values' }).fill('amount');
  await page
    .getByRole('group', { name: 'Get a deal' })
    .getByRole('button', { name: /^amount/ })
    .click();
  await page.getByRole('treeitem', { name: '2 Get a deal' }).waitFor();
  await page.getByRole('combobox', { name: 'Comparison' }).click();
  await page.getByRole('option', { name: 'is more than' }).click();
  await page.getByRole('textbox', { name: 'Compare with' }).fill('100');
}

async function addNote(page: Page): Promise<void> {
  await plusOnFirstWay(page).click();
  await page.getByRole('combobox', { name: 'Search steps' }).fill('note');
  await page.getByRole('option', { name: /^Add a note to a deal/ }).click();
  await page.getByRole('textbox', { name: 'Body' }).fill(NOTE);
  await page.getByRole('button', { name: 'Insert a value into Body' }).click();
  await page.getByRole('textbox', { name: 'Search values' }).fill('amount');
  await page
    .getByRole('button', { name: /^amount/ })
    .first()
    .click();
}

/** Pipeline, and a stage for completed documents: the same form in the editor and in the matrix. */
async function fillSettings(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /^Pipeline/ }).click();
  await page.getByRole('option', { name: 'Sales pipeline' }).click();
  await page.getByRole('combobox', { name: /^Add to/ }).click();
  await page.getByRole('option', { name: 'Completed' }).click();
  await page.getByRole('combobox', { name: /^For Completed/ }).click();
  await page.getByRole('option', { name: 'Closed won' }).click();
}

async function preview(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Test' }).click();
  await fillSettings(page);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByText('It would succeed').waitFor();
}

async function switchOn(page: Page): Promise<void> {
  await page.getByRole('status').getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('button', { name: new RegExp(`^Change the deal stage \\(copy\\), ${TEMPLATE}`) }).click();
  await page.getByRole('radio', { name: 'On' }).check();
  await fillSettings(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: new RegExp(`^Change the deal stage \\(copy\\), ${TEMPLATE}, On`) }).waitFor();
}

it('varies a recipe within three minutes of first seeing it, and sees it work on the next document', async () => {
  const { page, complaints } = await stage.open('/');
  await page.getByRole('button', { name: 'Connect the sandbox' }).click();
  await page.getByText(TEMPLATE).waitFor();
  await completeDocument();

  const begun = Date.now();
  await cloneStageRecipe(page);
  await addIfOnAmount(page);
  await addNote(page);
  await preview(page);
  await page.getByText(NOTE).first().waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1 is published').waitFor();
  await switchOn(page);
  expect(Date.now() - begun).toBeLessThan(THREE_MINUTES);
  expect(await notesOnDeal()).toEqual([]);

  await completeDocument();
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  await page.getByRole('link', { name: COPY }).first().click();
  await page.getByRole('heading', { name: 'What it changed' }).waitFor();
  await expectEventually(async () => (await notesOnDeal()).some((body) => body.includes(NOTE)));
  expect(complaints).toEqual([]);
}, 400_000);

async function expectEventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about within a minute');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
