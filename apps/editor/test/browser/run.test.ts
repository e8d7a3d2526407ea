import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { tabTo } from './keyboard.js';
import { findings, startStage, type Stage } from './stage.js';

const DEAL = '1001';
const TEMPLATE = 'Mutual NDA';

let stage: Stage;
let templateId: string;
beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  templateId = await stage.template(TEMPLATE);
});
afterAll(() => stage.close());

const note = (id: string, title: string, body: unknown) => ({
  id,
  title,
  kind: 'action',
  connector: 'hubspot',
  action: 'create_note',
  input: { deal_id: { var: 'trigger.deal_id' }, body },
});

/** Publishes a recipe that runs when a document is sent, and switches it on. */
async function publish(key: string, name: string, steps: object[]): Promise<void> {
  const condition = { '==': [{ var: 'trigger.status' }, 'document.sent'] };
  const trigger = { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed', condition };
  await stage.api('POST', '/api/recipes', { format: 1, key, name, offer: 'template', settings: [], trigger, steps });
  await stage.api('POST', `/api/recipes/${key}/publish`);
  await switchTo(key, true);
}

const switchTo = (recipe: string, enabled: boolean) =>
  stage.api('PUT', '/api/automations', { recipe, template_id: templateId, enabled, settings: {} });

async function sendDocument(): Promise<void> {
  const { document_id: id } = await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: templateId });
  await stage.act('POST', `/pandadoc/documents/${String(id)}/send`, {});
}

/** Opens the newest run from the list, which shows it as soon as it is there. */
async function openNewest(name: string): Promise<{ page: Page; complaints: string[] }> {
  const seen = await stage.open('/runs');
  await seen.page.getByRole('link', { name }).first().click();
  await seen.page.getByRole('tree', { name: 'Steps of the run' }).waitFor();
  return seen;
}

const row = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });

describe('a run', () => {
  it('is drawn on its recipe, with the ways it took and the item that failed', async () => {
    await publish('go-round', 'Go through the stages', [
      {
        id: 'known',
        title: 'Is the deal known?',
        kind: 'if',
        branches: [
          {
            title: 'It is',
            when: { '!=': [{ var: 'trigger.deal_id' }, null] },
            steps: [note('yes', 'Say so', 'Known')],
          },
        ],
        else: [note('no', 'Say not', 'Unknown')],
      },
      {
        id: 'each',
        title: 'For each stage',
        kind: 'forEach',
        items: ['contractsent', 'nowhere', 'qualifiedtobuy'],
        steps: [
          {
            id: 'move',
            title: 'Move the deal',
            kind: 'action',
            connector: 'hubspot',
            action: 'update_deal_stage',
            input: { deal_id: { var: 'trigger.deal_id' }, pipeline: 'default', stage: { var: 'steps.each.item' } },
          },
        ],
      },
      note('after', 'Say that all is done', 'Done'),
    ]);
    await sendDocument();
    const { page, complaints } = await openNewest('Go through the stages');

    await page.getByRole('heading', { name: '2.1 Move the deal' }).waitFor();
    await row(page, /^1\.1 Say so Done/).waitFor();
    await row(page, /^1\.2 Say not Passed over/).waitFor();
    await row(page, /^3 Say that all is done Passed over/).waitFor();
    const item = page.getByRole('textbox', { name: 'Item' });
    expect(await item.inputValue()).toBe('2');
    await page.getByRole('complementary', { name: 'Details' }).getByText('Failed').first().waitFor();
    expect(await findings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Previous item' }).click();
    await page.getByRole('tab', { name: '1 change' }).waitFor();
    await row(page, /^2\.1 Move the deal Done/).waitFor();
    expect(page.url()).toContain('step=');

    await page.getByRole('group', { name: 'Recipe, drawn' }).getByText('Is the deal known?').click();
    await page.getByText('Went this way').waitFor();
    await row(page, /^The whole run/).click();
    await page.getByRole('heading', { name: 'What it changed' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 180_000);

  it('goes on before one’s eyes, and is read by keyboard alone', async () => {
    await switchTo('go-round', false);
    await publish('later', 'Remind later', [
      note('first', 'Say hello', 'Hello'),
      { id: 'pause', title: 'Wait for a while', kind: 'wait', for: { kind: 'seconds', seconds: 8 } },
      note('last', 'Remind', 'Do not forget'),
    ]);
    await sendDocument();
    const { page, complaints } = await openNewest('Remind later');
    await tabTo(page, /^The whole run$/);
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: '1 Say hello' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: '2 Wait for a while' }).waitFor();
    await row(page, /^3 Remind Done/).waitFor();
    await page.getByRole('status').getByText('Succeeded').waitFor();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: '3 Remind' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  }, 180_000);

  it('comes to every tab of a browser, however many there are', async () => {
    await switchTo('later', false);
    const { page, complaints } = await stage.open('/runs');
    // A browser opens six connections to one server, and no more.
    const others = await Promise.all(Array.from({ length: 7 }, () => page.context().newPage()));
    for (const other of others) await other.goto(`${stage.url}/runs`);
    await publish('hello', 'Say hello to all', [note('say', 'Say hello', 'Hello')]);
    await sendDocument();
    for (const tab of [page, ...others]) await tab.getByRole('link', { name: 'Say hello to all' }).waitFor();
    await others[0]!.close();
    await page.close();
    await sendDocument();
    for (const tab of others.slice(1)) await tab.getByText('Say hello to all').nth(1).waitFor();
    expect(complaints).toEqual([]);
  }, 240_000);
});
