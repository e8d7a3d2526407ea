import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jsonClient } from '../http/testing/json-client.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import type { ChangedAutomations, SavedAutomation } from './automation-view.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ sandbox: true });
  await ask('POST', '/connections/sandbox', {});
});
beforeEach(() => app.dataSource.query('delete from automation'));
afterAll(() => app.close());

type Refusal = { issues: { pointer: string; message: string; suggestion?: string }[] };
const ask = jsonClient<ChangedAutomations & Refusal>(() => `${app.url}/api`);
const change = (items: object[], restore = false) => ask('POST', '/automations/changes', { items, restore });
const item = (template_id: string | null, choice: object | null, recipe = 'attach-pdf') => ({
  recipe,
  template_id,
  choice,
});
const states = async () => {
  const { items } = (await ask<{ items: { template_id: string; enabled: boolean }[] }>('GET', '/automations')).body;
  return Object.fromEntries(items.map(({ template_id: id, enabled }) => [id, enabled]));
};
const stages = (stage: string) => ({ pipeline: 'default', stages: { 'document.completed': stage } });

describe('switching many at once', () => {
  it('makes all choices, each with its entry in the audit log', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `bulk${index}`);
    const { status, body } = await change(ids.map((id) => item(id, { enabled: true, settings: {} })));
    expect(status).toBe(200);
    expect(body.items).toHaveLength(500);
    expect(Object.keys(await states())).toHaveLength(500);
    const [row] = await app.dataSource.query<{ count: string }[]>(
      `select count(*) from audit where subject like 'recipe attach-pdf, template bulk%'`,
    );
    expect(row?.count).toBe('500');
  });

  it('makes none of them when one does not fit, and points at it', async () => {
    const { status, body } = await change([
      item('T1', { enabled: true, settings: {} }),
      item('T2', { enabled: true, settings: { statuses: 'sent' } }),
    ]);
    expect(status).toBe(422);
    expect(body.issues[0]!.pointer).toBe('/items/1/choice/settings/statuses');
    expect(await states()).toEqual({});
  });

  it('is undone exactly, leaving alone what somebody else changed since', async () => {
    const settings = { statuses: ['document.sent'] };
    await change([item('T1', { enabled: false, settings }), item('T3', { enabled: true, settings })]);
    const done = await change(['T1', 'T2', 'T3'].map((id) => item(id, { enabled: true, settings: {} })));
    await change([item('T3', { enabled: false })]);
    const undo = await change(
      done.body.items.map(({ recipe, template_id, before, after }) => ({
        ...item(template_id, before, recipe),
        expected: after,
      })),
      true,
    );
    expect(undo.body.left).toEqual([{ recipe: 'attach-pdf', template_id: 'T3' }]);
    expect(await states()).toEqual({ T1: false, T3: false });
    const [row] = await app.dataSource.query<{ settings: object }[]>(
      `select settings from automation where template_id = 'T1'`,
    );
    expect(row?.settings).toEqual(settings);
  });

  it('puts back what no longer fits, so that an undo is never refused', async () => {
    await app.dataSource.query(
      `insert into automation (id, recipe_id, template_id, enabled, settings)
       select gen_random_uuid(), id, 'T1', true, '{"pipeline": "gone", "stages": {}}' from recipe where key = 'change-deal-stage'`,
    );
    const done = await change([item('T1', null, 'change-deal-stage')]);
    const { before } = done.body.items[0]!;
    expect((await change([item('T1', before, 'change-deal-stage')])).status).toBe(422);
    expect((await change([item('T1', before, 'change-deal-stage')], true)).status).toBe(200);
  });

  it('refuses to change one thing twice', async () => {
    expect((await change([item('T1', null), item('T1', { enabled: true })])).status).toBe(400);
  });
});

describe('what is chosen from a live list', () => {
  const save = (settings: object, enabled = true) =>
    ask<SavedAutomation & Refusal>('PUT', '/automations', {
      ...{ recipe: 'change-deal-stage', template_id: 'T1', enabled, settings },
    });

  it('is saved when the list offers it', async () => {
    expect(await save(stages('closedwon'))).toMatchObject({ status: 200, body: { note: null } });
  });

  it('is refused when there is no such stage, with what was probably meant', async () => {
    const { status, body } = await save(stages('closedwonn'));
    expect(status).toBe(422);
    expect(body.issues).toMatchObject([{ pointer: '/settings/stages/document.completed', suggestion: 'closedwon' }]);
    expect((await save(stages('closedwonn'), false)).status).toBe(422);
  });

  it('is refused in a pipeline that does not exist, once', async () => {
    const { body } = await save({ ...stages('closedwon'), pipeline: 'nowhere' });
    expect(body.issues.map(({ pointer }) => pointer)).toEqual(['/settings/pipeline']);
  });

  it('is saved with a note while the remote is away', async () => {
    await app.dataSource.query(`update connection set status = 'paused' where connector = 'hubspot'`);
    const { status, body } = await save(stages('anything'));
    expect([status, body.note]).toEqual([200, expect.stringContaining('Stage per status')]);
    await app.dataSource.query(`update connection set status = 'connected' where connector = 'hubspot'`);
  });
});
