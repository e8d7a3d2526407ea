import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose, tabTo } from './keyboard.js';
import { findings, findingsInBothThemes, startStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const DEAL = '1001';

/** A document of a template, sent and signed in the sandbox. */
async function completeDocument(templateName: string): Promise<string> {
  const template = await stage.template(templateName);
  const { document_id: id } = await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: template });
  await stage.act('POST', `/pandadoc/documents/${String(id)}/send`, {});
  await stage.act('POST', `/pandadoc/documents/${String(id)}/sign`, {});
  return String(id);
}

describe('the first hour', () => {
  it('leads with the mouse from nothing to a deal that followed its document', async () => {
    const { page, complaints } = await stage.open('/');
    await page.getByRole('button', { name: 'Connect the sandbox' }).click();
    await page.getByText('Sales proposal').waitFor();
    await page.getByRole('link', { name: 'Go to the templates' }).click();

    await page.getByRole('button', { name: 'Attach the PDF, Sales proposal, Off' }).click();
    await page.getByRole('radio', { name: 'On' }).check();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Attach the PDF, Sales proposal, On' }).waitFor();

    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Complete a sample document' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Complete a sample document' }).click();
    await page.getByText('This is what Tandem has just changed').waitFor();
    expect(await findingsInBothThemes(page)).toEqual([]);
    await page.getByText('Signed PDF of the PandaDoc document').first().waitFor();
    await page.reload();
    await page.getByText('This is what Tandem has just changed').waitFor();
    await page.getByRole('button', { name: 'Go to the overview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('link', { name: 'Attach the PDF' }).first().click();
    await page.getByRole('heading', { name: 'What it changed' }).waitFor();
    await page.getByRole('treeitem', { name: /Attach it to the deal/ }).click();
    await page.getByRole('tab', { name: 'Output' }).click();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Run again' }).click();
    await page.getByText('Nothing would change').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('treeitem', { name: 'The whole run' }).click();
    await page.getByRole('main').locator(`a[href="/ledger/deals/${DEAL}"]`).click();
    const ofItsRuns = page.getByRole('link', { name: 'Attach the PDF' });
    await ofItsRuns.nth(1).waitFor();
    expect(await ofItsRuns.count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  it('goes the same way by keyboard alone, with settings to fill in', async () => {
    const { page, complaints } = await stage.open('/templates');
    await page.getByRole('grid').waitFor();
    await tabTo(page, /^Skip to the page$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Import from CRM, All templates/);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('Order form'));
    await page.keyboard.press('Enter');

    await page.getByRole('radio', { name: 'As for all templates' }).waitFor();
    await tabTo(page, /^As for all templates/);
    await page.keyboard.press('ArrowDown');
    await choose(page, /^Pipeline/, 'Sales pipeline');
    await choose(page, /^Add to/, 'Completed');
    await choose(page, /^For Completed/, 'Closed won');
    await tabTo(page, /^Save$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change the deal stage, Order form, On' }).waitFor();

    await completeDocument('Order form');
    await page.keyboard.press('Escape');
    await tabTo(page, /^Runs$/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Change the deal stage' }).waitFor();
    await tabTo(page, /^Change the deal stage$/);
    await page.keyboard.press('Enter');
    await page.getByText('Closed won').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('every page', () => {
  const paths = ['/', '/templates', '/runs', '/ledger', `/ledger/deals/${DEAL}`, '/connections', '/nowhere'];

  it.each(paths.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))(
    'has nothing that axe finds, nor a word on the console: %s, %s',
    async (path, colorScheme) => {
      const { page, complaints } = await stage.open(path, { colorScheme });
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it('stays as it is while the server is away, and goes on by itself', async () => {
    const { page } = await stage.open('/connections');
    await page.getByRole('button', { name: 'Send a test' }).first().waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Send a test' }).first().click();
    await page.getByText('Tandem does not answer. This page').waitFor();
    expect(await page.getByText('Connected', { exact: true }).count()).toBe(2);
    await page.unroute('**/api/**');
    await page.getByText('Tandem does not answer. This page').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
