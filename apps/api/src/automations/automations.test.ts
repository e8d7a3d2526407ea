import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonClient } from '../http/testing/json-client.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import type { AutomationView, TemplatePage } from './automation-view.js';
import { Automations } from './automations.js';

let app: TestApp;
let automations: Automations;
beforeAll(async () => {
  app = await startTestApp({ sandbox: true });
  automations = app.app.get(Automations);
});
beforeEach(() => app.dataSource.query('delete from automation'));
afterAll(() => app.close());

const ask = jsonClient<Choice>(() => `${app.url}/api`);
type Choice = AutomationView & { detail: string; issues: { pointer: string }[] };
const choose = (recipe: string, template_id: string | null, enabled: boolean, settings?: object) =>
  ask('PUT', '/automations', { recipe, template_id, enabled, settings });

const enabledKeys = async (templateId: string | null) =>
  (await automations.enabledFor('pandadoc', 'document_status_changed', templateId)).map(({ recipeKey }) => recipeKey);
/** What "Change the deal stage" needs. */
const stages = { pipeline: 'default', stages: { 'document.completed': 'closedwon' } };

describe('switching an automation on', () => {
  it('works for one template and leaves the others alone', async () => {
    expect((await choose('attach-pdf', 'T1', true)).status).toBe(200);
    expect([await enabledKeys('T1'), await enabledKeys('T2')]).toEqual([['attach-pdf'], []]);
  });

  it("works as the default, which a template's own choice overrules both ways", async () => {
    await choose('attach-pdf', null, true);
    await choose('attach-pdf', 'T1', false);
    expect([await enabledKeys('T1'), await enabledKeys('T2')]).toEqual([[], ['attach-pdf']]);
    await choose('attach-pdf', null, false);
    await choose('attach-pdf', 'T1', true);
    expect([await enabledKeys('T1'), await enabledKeys('T2')]).toEqual([['attach-pdf'], []]);
  });

  it('is never on for a document that was not made from a template', async () => {
    await choose('attach-pdf', null, true);
    expect(await enabledKeys(null)).toEqual([]);
  });

  it('gives matching the settings with defaults and the recipes in their order', async () => {
    await choose('attach-pdf', 'T1', true);
    await choose('change-deal-stage', 'T1', true, stages);
    const found = await automations.enabledFor('pandadoc', 'document_status_changed', 'T1');
    expect(found.map(({ recipeKey }) => recipeKey)).toEqual(['change-deal-stage', 'attach-pdf']);
    expect(found[1]).toMatchObject({
      enabled: true,
      version: 1,
      recipe: { key: 'attach-pdf' },
      settings: { statuses: ['document.sent', 'document.completed'] },
    });
    expect(await automations.enabledFor('pandadoc', 'document_deleted', 'T1')).toEqual([]);
    expect(await automations.enabledFor('hubspot', 'document_status_changed', 'T1')).toEqual([]);
  });

  it('is refused with settings that do not fit, pointing at each', async () => {
    const { status, body } = await choose('attach-pdf', 'T1', true, { statuses: 'sent', extra: 1 });
    expect(status).toBe(422);
    expect(body.issues.map((issue) => issue.pointer).sort()).toEqual(['/settings/extra', '/settings/statuses']);
    expect(await enabledKeys('T1')).toEqual([]);
  });

  it('may wait for its settings while it is off', async () => {
    expect((await choose('change-deal-stage', 'T1', false, {})).status).toBe(200);
    expect((await choose('change-deal-stage', 'T1', true)).status).toBe(422);
  });

  it('keeps the settings when only the switch is turned', async () => {
    await choose('attach-pdf', 'T1', true, { statuses: ['document.sent'] });
    await choose('attach-pdf', 'T1', false);
    expect((await choose('attach-pdf', 'T1', true)).body.settings).toEqual({ statuses: ['document.sent'] });
  });

  it('is refused for what is not there or was never published', async () => {
    expect((await choose('nothing', 'T1', true)).status).toBe(404);
    await ask('POST', '/recipes/attach-pdf/clone', { key: 'unpublished', name: 'Unpublished' });
    expect((await choose('unpublished', 'T1', true)).status).toBe(409);
  });
});

it('takes a choice back to the default', async () => {
  await choose('attach-pdf', null, true);
  const { body } = await choose('attach-pdf', 'T1', false);
  expect((await ask('DELETE', `/automations/${body.id}`)).status).toBe(204);
  expect(await enabledKeys('T1')).toEqual(['attach-pdf']);
  expect((await ask('DELETE', `/automations/${body.id}`)).status).toBe(404);
});

it('says of one recipe what holds for a template, on or off', async () => {
  const { body } = await choose('attach-pdf', null, true, { statuses: ['document.sent'] });
  const recipeId = (await automations.enabledFor('pandadoc', 'document_status_changed', 'T1'))[0]!.recipeId;
  expect(await automations.effectiveFor(recipeId, 'T9')).toMatchObject([{ enabled: true, automationId: body.id }]);
  await ask('DELETE', `/automations/${body.id}`);
  expect(await automations.effectiveFor(recipeId, 'T9')).toMatchObject([{ enabled: false, automationId: null }]);
});

it('offers recipes that are not about templates everywhere, with one choice for all', async () => {
  await ask('POST', '/recipes', {
    format: 1,
    key: 'tell-me',
    name: 'Tell me',
    offer: 'everywhere',
    settings: [],
    trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
    steps: [{ id: 'end', kind: 'stop', outcome: 'succeeded', message: 'Told' }],
  });
  expect((await ask('POST', '/recipes/tell-me/publish')).status).toBe(200);
  expect((await choose('tell-me', 'T1', true)).body.issues[0]?.pointer).toBe('/template_id');
  await choose('tell-me', null, true);
  expect([await enabledKeys(null), await enabledKeys('T1')]).toEqual([['tell-me'], ['tell-me']]);
  expect((await ask<{ detail: string }>('DELETE', '/recipes/tell-me')).body.detail).toContain('switched on in 1');
});

it('writes every change down, newest first', async () => {
  await choose('attach-pdf', 'T7', true);
  await choose('attach-pdf', 'T7', false);
  const subject = encodeURIComponent('recipe attach-pdf, template T7');
  const { body } = await ask<{ items: { action: string; before: object | null }[] }>(
    'GET',
    `/audit?subject=${subject}`,
  );
  expect(body.items.map(({ action }) => action)).toEqual(['automation.switched_off', 'automation.switched_on']);
  expect(body.items.map(({ before }) => before)).toEqual([{ enabled: true, settings: {} }, null]);
});

describe('the matrix', () => {
  it('says that PandaDoc is not connected while it is not', async () => {
    expect(await ask('GET', '/templates')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('PandaDoc') },
    });
  });

  it('shows for each template what holds for each recipe, and whose choice that is', async () => {
    await ask('POST', '/connections/sandbox', {});
    const [proposal] = (await ask<TemplatePage>('GET', '/templates?search=sales%20prop')).body.items;
    expect(proposal?.name).toBe('Sales proposal');
    await choose('attach-pdf', null, true);
    await choose('change-deal-stage', proposal!.id, true, stages);
    const { body } = await ask<TemplatePage>('GET', '/templates?search=sales');
    const states = Object.fromEntries(
      body.items[0]!.automations.map(({ recipe, enabled, from }) => [recipe, [enabled, from]]),
    );
    expect(states).toMatchObject({
      'change-deal-stage': [true, 'template'],
      'attach-pdf': [true, 'default'],
      'import-from-crm': [false, 'nothing'],
    });
  });

  it('is read page by page', async () => {
    const first = (await ask<TemplatePage>('GET', '/templates?limit=3')).body;
    const rest = (await ask<TemplatePage>('GET', `/templates?limit=200&offset=${first.next}`)).body;
    expect(first.items).toHaveLength(3);
    expect(first.items.length + rest.items.length).toBe(first.total);
    expect(rest.next).toBeNull();
  });
});
