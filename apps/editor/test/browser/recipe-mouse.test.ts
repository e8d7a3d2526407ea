import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { atRest, findingsInBothThemes, startStage, type Stage } from './stage.js';

const DEAL = '1001';
/** For machines that are busy with other things. */

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  const template = await stage.template('Mutual NDA');
  await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: template });
  await stage.api('POST', '/api/recipes', recipe('ours', [note('one'), note('two'), check, note('last')]));
  await stage.api('POST', '/api/recipes', recipe('other', [note('alone')]));
  const settings = ['First', 'Second', 'Third'].map((title) => ({ key: title.toLowerCase(), title, type: 'text' }));
  await stage.api('POST', '/api/recipes', { ...recipe('asks', [note('asked')]), settings });
}, 180_000);
afterAll(() => stage.close());

const note = (id: string) => ({
  id,
  title: `Note ${id}`,
  kind: 'action',
  connector: 'hubspot',
  action: 'create_note',
  input: { deal_id: { var: 'trigger.deal_id' }, body: `This is note ${id}` },
});

const check = {
  id: 'check',
  title: 'Is it signed?',
  kind: 'if',
  branches: [
    { title: 'Yes', when: { '==': [{ var: 'trigger.status' }, 'document.completed'] }, steps: [note('inner')] },
  ],
};

const recipe = (key: string, steps: object[]) => ({
  ...{ format: 1, key, name: `Recipe ${key}`, offer: 'template', settings: [], steps },
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
});

async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
  const seen = await stage.open(path);
  // The canvas would follow what is chosen for a moment, while what is to be dragged is looked for.
  await seen.page.emulateMedia({ reducedMotion: 'reduce' });
  await seen.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return seen;
}

const node = (page: Page, title: string): Locator => page.locator('.react-flow__node').filter({ hasText: title });
const row = (page: Page, name: string | RegExp): Locator => page.getByRole('treeitem', { name, exact: true });

/** The outline comes to say this: numbers, titles and ways. */
async function expectOutline(page: Page, rows: string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll('[role=treeitem] [class*=label]')].map((one) => one.textContent)) ===
      JSON.stringify(wanted),
    ['Document status changed', ...rows],
  );
}

/** These nodes come to be the chosen ones. */
async function expectChosen(page: Page, titles: string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll('[data-selected] [class*=name]')].map((one) => one.textContent)) ===
      JSON.stringify(wanted),
    titles,
  );
}

async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  await atRest(page);
  const target = await onto.elementHandle();
  const [from, to] = [(await what.boundingBox())!, (await onto.boundingBox())!];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  // Others light up on the way there.
  await page.waitForFunction((plus) => plus.hasAttribute('data-target'), target);
  await page.mouse.up();
}

async function choose(page: Page, what: Locator, item: string | RegExp): Promise<void> {
  await what.click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
}

async function more(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The `+` on the line out of a node. */
async function plusBelow(page: Page, title: string): Promise<Locator> {
  const all = page.getByRole('button', { name: 'Add a step here' });
  const above = (await node(page, title).boundingBox())!;
  const boxes = await Promise.all((await all.all()).map((one) => one.boundingBox()));
  const far = boxes.map((box) => {
    const [aside, below] = [box!.x + box!.width / 2 - above.x - above.width / 2, box!.y - above.y - above.height];
    return below < 0 ? Infinity : Math.hypot(aside, below);
  });
  return all.nth(far.indexOf(Math.min(...far)));
}

it('moves one step and several by dragging them, and takes it back', async () => {
  const { page, complaints } = await open('/recipes/ours');
  const asWas = ['1 Note one', '2 Note two', '3 Is it signed?', 'Yes', '3.1 Note inner', 'Otherwise', '4 Note last'];
  await expectOutline(page, asWas);
  await drag(page, node(page, 'Note one'), await plusBelow(page, 'Note last'));
  await expectOutline(page, [
    '1 Note two',
    '2 Is it signed?',
    'Yes',
    '2.1 Note inner',
    'Otherwise',
    '3 Note last',
    '4 Note one',
  ]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectOutline(page, asWas);

  await node(page, 'Note one').click();
  await node(page, 'Note two').click({ modifiers: ['Control'] });
  await expectChosen(page, ['Note one', 'Note two']);
  await drag(page, node(page, 'Note two'), await plusBelow(page, 'Yes'));
  await expectOutline(page, [
    ...['1 Is it signed?', 'Yes', '1.1 Note one', '1.2 Note two', '1.3 Note inner', 'Otherwise', '2 Note last'],
  ]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectOutline(page, asWas);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);

it('chooses what lies between two steps, and what a frame touches that is drawn around them', async () => {
  const { page, complaints } = await open('/recipes/ours');
  await node(page, 'Note two').click();
  await node(page, 'Note inner').click({ modifiers: ['Shift'] });
  await expectChosen(page, ['Note two', 'Is it signed?', 'Note inner']);
  await row(page, '1 Note one').click();
  await row(page, '2 Note two').click({ modifiers: ['Shift'] });
  await expectChosen(page, ['Note one', 'Note two']);

  await row(page, '2 Note two').click();
  await expectChosen(page, ['Note two']);
  const [from, to] = [
    (await node(page, 'Note two').boundingBox())!,
    (await node(page, 'Is it signed?').boundingBox())!,
  ];
  await page.keyboard.down('Shift');
  await page.mouse.move(from.x - 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 12, { steps: 5 });
  await expectChosen(page, ['Note two', 'Is it signed?']);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await page.locator('[role=treeitem][aria-selected=true]').filter({ hasText: 'Is it signed?' }).waitFor();
  await expectChosen(page, ['Note two', 'Is it signed?']);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);

it('puts what is filled in into another order by dragging it, unless Escape ends that', async () => {
  const { page, complaints } = await open('/recipes/asks');
  await row(page, '1 Note asked').waitFor();
  await more(page, 'Name, settings and more');
  const lines = page.locator('[data-lines] > *');
  const order = async (...titles: string[]) => {
    for (const [place, title] of titles.entries()) await lines.nth(place).filter({ hasText: title }).waitFor();
  };
  const dragFirstDown = async () => {
    await atRest(page);
    const grip = lines.nth(0).getByTitle('Drag to another place');
    const [from, to] = [(await grip.boundingBox())!, (await lines.nth(2).boundingBox())!];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, to.y + to.height - 4, { steps: 8 });
    await page.locator('[data-drop="below"]').filter({ hasText: 'Third' }).waitFor();
  };
  await order('First', 'Second', 'Third');
  await dragFirstDown();
  await page.keyboard.press('Escape');
  await page.locator('[data-drop]').waitFor({ state: 'detached' });
  await page.mouse.up();
  await order('First', 'Second', 'Third');

  await dragFirstDown();
  await page.mouse.up();
  await order('Second', 'Third', 'First');
  await page.getByRole('button', { name: 'Undo' }).click();
  await order('First', 'Second', 'Third');
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);

it('offers what can be done with steps where they are, and takes them into another recipe', async () => {
  const { page, complaints } = await open('/recipes/ours');
  await choose(page, node(page, 'Note last'), 'Duplicate');
  await row(page, '5 Note last').click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await page.getByRole('menuitem', { name: /^Skip/ }).click();
  await row(page, /^5 Note last ?, Skipped$/).waitFor();
  await page.getByRole('button', { name: 'Actions for the chosen steps' }).click();
  await page.getByRole('menuitem', { name: /^Cut/ }).click();
  await row(page, /^5 /).waitFor({ state: 'detached' });
  await choose(page, row(page, '1 Note one'), /^Paste/);
  await row(page, /^2 Note last ?, Skipped$/).waitFor();

  await node(page, 'Note one').click();
  await node(page, 'Note two').click({ modifiers: ['Control'] });
  await choose(page, node(page, 'Note one'), /^Copy/);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Recipes' }).last().click();
  await page.getByRole('link', { name: 'Recipe other' }).click();
  await choose(page, node(page, 'Note alone'), /^Paste/);
  await expectOutline(page, ['1 Note alone', '2 Note one', '3 Note two']);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Never published').waitFor();

  await more(page, 'All commands');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('find');
  await page.getByRole('option', { name: /^Find a step/ }).click();
  await page.getByRole('combobox', { name: 'Number, title, value or note' }).fill('note two');
  await page.getByRole('option', { name: /^3 Note two/ }).click();
  await page.getByRole('heading', { name: '3 Note two' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);

it('compares with what is published and brings it back; a file takes a recipe elsewhere', async () => {
  const { page, complaints } = await open('/recipes/ours');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1 is published').waitFor();
  await choose(page, node(page, 'Note two'), 'Delete');
  await row(page, '2 Is it signed?').waitFor();
  await more(page, 'Versions');
  await page.getByRole('button', { name: 'Compare with the draft' }).click();
  await page.getByRole('dialog').getByText('Removed').first().waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring version 1 back into the draft' }).click();
  await row(page, '2 Note two').waitFor();

  const [download] = await Promise.all([page.waitForEvent('download'), more(page, 'Export')]);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as object;
  await page.goto(`${stage.url}/recipes`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'elsewhere.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...exported, key: 'elsewhere', name: 'From a file' })),
  });
  await page.getByRole('heading', { name: 'From a file' }).waitFor();
  await row(page, '2 Note two').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);

it('shows what the whole recipe and one step would do to a document, and writes nothing', async () => {
  const { page, complaints } = await open('/recipes/other');
  await row(page, 'Document status changed').click();
  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByText('It would succeed').waitFor();
  await page.getByText('This is note alone').first().waitFor();
  await row(page, /^1 Note alone ?Done$/).click();
  await page.getByText('This is note alone').first().waitFor();
  expect(await findingsInBothThemes(page)).toEqual([]);
  const { results } = await stage.act('GET', `/play/api/hubspot/crm/v4/objects/deals/${DEAL}/associations/notes`);
  expect(results).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);
