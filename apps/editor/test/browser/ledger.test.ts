import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tabTo } from './keyboard.js';
import { findings, startStage, type Stage } from './stage.js';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of two APIs, read by tests

let stage: Stage;
let template: string;
beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  await stage.api('PUT', '/api/automations', {
    recipe: 'change-deal-stage',
    template_id: null,
    enabled: true,
    settings: { pipeline: 'default', stages: { 'document.sent': 'contractsent' } },
  });
  template = await stage.template('Mutual NDA');
}, 180_000);
afterAll(() => stage.close());

const hubspot = (method: string, path: string, body?: Json): Promise<Json> =>
  stage.act(method, `/play/api/hubspot/crm/v3/objects${path}`, body);
const stageOf = async (deal: string) =>
  (await hubspot('GET', `/deals/${deal}?properties=dealstage`)).properties.dealstage;

/** A deal that an automation has moved, because its document was sent. */
async function movedDeal(dealname: string): Promise<string> {
  const contact = await hubspot('POST', '/contacts', {
    properties: { email: `${dealname.split(' ')[0]!.toLowerCase()}@signers.test`, firstname: 'Nora', lastname: 'Wind' },
  });
  const { id } = await hubspot('POST', '/deals', {
    properties: { dealname, pipeline: 'default', dealstage: 'qualifiedtobuy' },
    associations: [
      { to: { id: contact.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
    ],
  });
  const { document_id: document } = await stage.act('POST', '/play/documents', { deal_id: id, template_id: template });
  await stage.act('POST', `/pandadoc/documents/${String(document)}/send`, {});
  await until(async () => (await stage.api<Json>('GET', `/api/runs?deal=${id}`)).items[0]?.status === 'succeeded');
  return id;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await isSo());) {
    if (Date.now() > deadline) throw new Error('It never came to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the ledger', () => {
  it('leads from a name to the deal, shows what an undo would do, and undoes it', async () => {
    const deal = await movedDeal('Quillfeather rollout');
    const { page, complaints } = await stage.open('/ledger');
    await page.getByRole('searchbox', { name: 'Find a deal or a document' }).fill('quillf');
    await page.getByRole('link', { name: 'Quillfeather rollout', exact: true }).click();
    await page.getByText('Document status changed').first().waitFor();

    await page.getByRole('button', { name: 'Undo “Change the deal stage”', exact: true }).click();
    await page.getByText('1 change would be put back').waitFor();
    expect(await stageOf(deal)).toBe('contractsent');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put 1 change back' }).click();

    await page.getByRole('link', { name: 'Undo of “Change the deal stage”' }).waitFor();
    await until(async () => (await stageOf(deal)) === 'qualifiedtobuy');
    await page.getByText('A person asked for an undo').waitFor();
    await page.getByRole('tab', { name: 'Properties' }).click();
    await page.getByText('Undone').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('goes where a click leads, also right after words were typed', async () => {
    const { page } = await stage.open('/ledger');
    const link = page.getByRole('link', { name: 'Quillfeather rollout', exact: true });
    await link.waitFor();
    await page.route('**/assets/*.js', async (slow) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await slow.continue();
    });
    await page.getByRole('searchbox', { name: 'Find a deal or a document' }).fill('quillf');
    await link.click();
    await page.getByRole('heading', { name: 'Quillfeather rollout', level: 1 }).waitFor();
    await page.getByText('Document status changed').first().waitFor();
    await page.context().close();
  }, 180_000);

  it('says what it would leave alone, from the page of the run, too', async () => {
    const deal = await movedDeal('Marrowbone renewal');
    await hubspot('PATCH', `/deals/${deal}`, { properties: { dealstage: 'closedwon', pipeline: 'default' } });
    const { items } = await stage.api<Json>('GET', `/api/runs?deal=${deal}`);
    const { page, complaints } = await stage.open(`/runs/${items[0].id}`);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('What stays as it is').waitFor();
    await page.getByText('Nothing that this run changed is left to put back.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: /back$/ }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('goes the same way by keyboard alone', async () => {
    const deal = await movedDeal('Thistledown pilot');
    const { page, complaints } = await stage.open('/ledger');
    await page.getByRole('main').waitFor();
    await tabTo(page, /^Find a deal or a document$/);
    await page.keyboard.type('thistledown');
    await page.getByRole('link', { name: 'Thistledown pilot', exact: true }).waitFor();
    await tabTo(page, /^Thistledown pilot$/);
    await page.keyboard.press('Enter');
    await page.getByText('Document status changed').first().waitFor();
    await tabTo(page, /^Undo “Change the deal stage”$/);
    await page.keyboard.press('Enter');
    await page.getByText('1 change would be put back').waitFor();
    await tabTo(page, /^Put 1 change back$/);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Undo of “Change the deal stage”' }).waitFor();
    await until(async () => (await stageOf(deal)) === 'qualifiedtobuy');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);
});

describe('the changes', () => {
  it('tell what was switched, and stay narrowed in the address', async () => {
    const { page, complaints } = await stage.open('/audit');
    await page.getByText('Switched on').waitFor();
    await page.getByText('Connected').first().waitFor();
    await page.getByRole('combobox', { name: 'What was changed' }).click();
    await page.getByRole('option', { name: 'Automations' }).click();
    await page.waitForURL(/about=automation/);
    await page.getByText('Connected').first().waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Switched on').waitFor();
    await page.getByRole('link', { name: 'Change the deal stage' }).click();
    await page.waitForURL(/recipes\/change-deal-stage/);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(['/ledger?find=rollout', '/audit', '/ledger/deals/1001'])(
    'axe finds nothing on %s',
    async (path) => {
      const { page, complaints } = await stage.open(path, { colorScheme });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      expect(await findings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    120_000,
  );
});
