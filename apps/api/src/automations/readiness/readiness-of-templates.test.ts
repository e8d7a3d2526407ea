import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { jsonClient } from '../../http/testing/json-client.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import type { TemplatePage } from '../automation-view.js';
import type { ReadinessAnswer } from './readiness-view.js';

interface RecipeView {
  draft: { settings: object[] };
  draft_revision: number;
}

let app: TestApp;
let ids: Record<string, string>;
beforeAll(async () => {
  app = await startTestApp({ sandbox: true });
  await ask('POST', '/connections/sandbox', {});
  const fields = [{ field_id: 'x', type: 'text', merge_field: 'Deal.DoesNotExist' }];
  await inSandbox('POST', '/pandadoc/templates', { name: 'Broken', fields });
  const { items } = (await ask<TemplatePage>('GET', '/templates')).body;
  ids = Object.fromEntries(items.map(({ name, id }) => [name, id]));
});
afterAll(() => app.close());

const ask = jsonClient<unknown>(() => `${app.url}/api`);

async function inSandbox(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${app.sandboxUrl}/control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

async function problems(template: string, recipe: string): Promise<string[]> {
  const { body } = await ask<ReadinessAnswer>('POST', '/templates/readiness', { template_ids: [ids[template]] });
  const found = body.items[0]!.automations.find((one) => one.recipe === recipe)!;
  return found.problems.map(({ kind, about }) => [kind, ...about].join(' '));
}

it('tells for each template what its automations lack', async () => {
  expect(await problems('Sales proposal', 'update-line-items')).toEqual([]);
  expect(await problems('Mutual NDA', 'update-line-items')).toEqual(['no_pricing']);
  expect(await problems('Sales proposal', 'update-deal-properties')).toEqual([]);
  expect(await problems('Sales proposal', 'change-deal-stage')).toEqual([
    'setting_missing Pipeline',
    'setting_missing Stage per status',
  ]);
});

it('names the fields that HubSpot could not take, and reads a template once', async () => {
  expect(await problems('Broken', 'update-deal-properties')).toEqual(['unknown_field Deal.DoesNotExist']);
  const read = async () => {
    const { requests } = (await inSandbox('GET', '/requests')) as { requests: { path: string }[] };
    return requests.filter(({ path }) => path.includes(`${ids.Broken}/details`)).length;
  };
  await problems('Broken', 'update-line-items');
  expect(await read()).toBe(1);
});

it('leaves out ids that name no template, and says of the defaults what is said of no template', async () => {
  const { body } = await ask<ReadinessAnswer>('POST', '/templates/readiness', { template_ids: ['nope'] });
  expect(body.items).toEqual([]);
  expect(body.defaults.find(({ recipe }) => recipe === 'update-line-items')).toMatchObject({ state: 'ready' });
  expect(body.defaults.find(({ recipe }) => recipe === 'change-deal-stage')).toMatchObject({ state: 'not_ready' });
});

it('shows automations as not ready once a newer version of their recipe asks for more', async () => {
  await ask('POST', '/recipes/attach-pdf/clone', { key: 'file-pdf', name: 'File the PDF' });
  await ask('POST', '/recipes/file-pdf/publish');
  await ask('PUT', '/automations', { recipe: 'file-pdf', template_id: ids['Mutual NDA'], enabled: true });
  expect(await problems('Mutual NDA', 'file-pdf')).toEqual([]);
  const { draft, draft_revision: revision } = (await ask<RecipeView>('GET', '/recipes/file-pdf')).body;
  const settings = [...draft.settings, { key: 'folder', title: 'Folder', type: 'text', required: true }];
  expect((await ask('PUT', '/recipes/file-pdf/draft', { recipe: { ...draft, settings }, revision })).status).toBe(200);
  expect((await ask('POST', '/recipes/file-pdf/publish')).status).toBe(200);
  expect(await problems('Mutual NDA', 'file-pdf')).toEqual(['setting_missing Folder']);
});

it('knows where the templates lie', async () => {
  const { body } = await ask<{ items: { path: string[]; template_ids: string[] }[] }>('GET', '/templates/folders');
  expect(body.items.find(({ path }) => path.join('/') === 'Sales/Orders')?.template_ids).toEqual([ids['Order form']]);
});

it('names the account that is paused', async () => {
  await app.dataSource.query(
    `update connection set status = 'paused', status_reason = 'No.' where connector = 'hubspot'`,
  );
  expect(await problems('Mutual NDA', 'change-deal-stage')).toContain('paused HubSpot');
});
