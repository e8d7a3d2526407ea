import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtinRecipes } from '@tandem/recipes';
import { jsonClient } from '../http/testing/json-client.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { RecipeVersions } from './recipe-versions.js';
import type { Publication, RecipeView, Verdict, VersionView } from './recipe-view.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

type Refusal = { detail: string; type: string; issues: { pointer: string; message: string; suggestion?: string }[] };

const ask = jsonClient<RecipeView & Refusal>(() => `${app.url}/api/recipes`);

const stop = (id: string, message: unknown = 'Done') => ({ id, kind: 'stop', outcome: 'succeeded', message });
const wait = (id: string) => ({ id, kind: 'wait', for: { kind: 'seconds', seconds: 1 } });
const recipe = (key: string, change: object = {}) => ({
  format: 1,
  key,
  name: `Recipe ${key}`,
  offer: 'everywhere',
  settings: [{ key: 'note', title: 'Note', type: 'text', required: true }],
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
  steps: [stop('end', { var: 'settings.note' })],
  ...change,
});

describe('the built-in recipes', () => {
  it('are there and published from the first start, in their order, without an error', async () => {
    const { body } = await ask<{ items: RecipeView[] }>('GET', '');
    const builtIn = body.items.filter((item) => item.built_in);
    expect(builtIn.map((item) => [item.key, item.published_version])).toEqual(
      builtinRecipes.map(({ key }) => [key, 1]),
    );
    for (const { key } of builtIn)
      expect((await ask<Verdict>('POST', `/${key}/validate`)).body).toEqual({ valid: true, issues: [] });
  });

  it('cannot be changed or deleted, but cloned', async () => {
    const { body } = await ask('GET', '/attach-pdf');
    const saved = await ask('PUT', '/attach-pdf/draft', { revision: body.draft_revision, recipe: body.draft });
    expect([saved.status, saved.body.type]).toEqual([409, 'tandem:built_in']);
    expect((await ask('DELETE', '/attach-pdf')).status).toBe(409);
    const clone = await ask('POST', '/attach-pdf/clone', { key: 'my-pdf', name: 'My PDF' });
    expect(clone).toMatchObject({
      status: 201,
      body: { key: 'my-pdf', name: 'My PDF', built_in: false, published_version: null },
    });
    expect((await ask('POST', '/attach-pdf/clone', { key: 'my-pdf', name: 'My PDF' })).status).toBe(409);
  });

  it('get a new version when a release changes them, while runs keep theirs', async () => {
    const first = await startTestApp();
    try {
      await first.dataSource.query(
        `update recipe_version set content = jsonb_set(content, '{name}', '"As it once was"')
         where recipe_id = (select id from recipe where key = 'attach-pdf')`,
      );
      const second = await startTestApp({ databaseUrl: first.databaseUrl });
      const versions = second.app.get(RecipeVersions);
      const published = await versions.publishedByKey('attach-pdf');
      expect(published).toMatchObject({ version: 2, recipe: { name: 'Attach the PDF' } });
      expect(await versions.version(published!.recipeId, 1)).toMatchObject({ name: 'As it once was' });
      expect(await versions.publishedByKey('change-deal-stage')).toMatchObject({ version: 1 });
      await second.close();
    } finally {
      await first.close();
    }
  });
});

describe('a recipe of a user', () => {
  it('is exported and imported byte by byte', async () => {
    const messy = JSON.stringify(Object.fromEntries(Object.entries(recipe('round-trip')).reverse()));
    expect((await ask('POST', '', messy)).status).toBe(201);
    const first = await ask('GET', '/round-trip/export');
    expect((await ask('DELETE', '/round-trip')).status).toBe(204);
    expect((await ask('POST', '', first.text)).status).toBe(201);
    expect((await ask('GET', '/round-trip/export')).text).toBe(first.text);
    expect((await ask('POST', '', first.text)).status).toBe(409);
  });

  it('is published as a version that never changes, and not twice for the same content', async () => {
    await ask('POST', '', recipe('versions'));
    expect((await ask<Publication>('POST', '/versions/publish')).body).toEqual({ version: 1, created: true });
    expect((await ask<Publication>('POST', '/versions/publish', {})).body).toEqual({ version: 1, created: false });
    const changed = recipe('versions', { name: 'Renamed', steps: [wait('before'), stop('end', 'Bye')] });
    expect((await ask('PUT', '/versions/draft', { revision: 1, recipe: changed })).body.draft_revision).toBe(2);
    expect((await ask<Publication>('POST', '/versions/publish', { revision: 2 })).body).toEqual({
      version: 2,
      created: true,
    });
    expect((await ask<VersionView>('GET', '/versions/versions/1')).body.recipe).toEqual(recipe('versions'));
    expect((await ask('GET', '/versions/versions/3')).status).toBe(404);
    expect((await ask<{ items: { version: number }[] }>('GET', '/versions/versions')).body.items).toMatchObject([
      { version: 2 },
      { version: 1 },
    ]);
  });

  it('shows what changed, step by step', async () => {
    const { body } = await ask<Record<string, { pointer: string; id: string; change: string }[]>>(
      'GET',
      '/versions/diff?from=1&to=draft',
    );
    expect(body.recipe).toMatchObject([{ pointer: '/name', before: 'Recipe versions', after: 'Renamed' }]);
    expect(body.steps!.map(({ change, id }) => [change, id])).toEqual(
      expect.arrayContaining([
        ['added', 'before'],
        ['changed', 'end'],
      ]),
    );
    expect((await ask('GET', '/versions/diff?from=1&to=9')).status).toBe(404);
    expect((await ask('GET', '/versions/diff?from=0&to=x')).status).toBe(400);
  });

  it('is not overwritten by a save that is based on an older draft; the answer holds both', async () => {
    await ask('POST', '', recipe('stale'));
    const [mine, yours] = [recipe('stale', { name: 'Mine' }), recipe('stale', { name: 'Yours' })];
    const saves = await Promise.all([
      ask<Record<string, unknown>>('PUT', '/stale/draft', { revision: 1, recipe: mine }),
      ask<Record<string, unknown>>('PUT', '/stale/draft', { revision: 1, recipe: yours }),
    ]);
    const refused = saves.find(({ status }) => status !== 200);
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refused?.body).toMatchObject({
      type: 'tandem:stale_revision',
      current: { revision: 2, recipe: { name: refused === saves[0] ? 'Yours' : 'Mine' } },
      yours: { name: refused === saves[0] ? 'Mine' : 'Yours' },
    });
    expect((await ask('POST', '/stale/publish', { revision: 1 })).status).toBe(409);
  });

  it('may be unfinished as a draft, which says so and cannot be published', async () => {
    await ask('POST', '', recipe('unfinished'));
    const unfinished = recipe('unfinished', { steps: [stop('end', { var: 'settings.nope' })] });
    const saved = await ask('PUT', '/unfinished/draft', { revision: 1, recipe: unfinished });
    expect(saved.status).toBe(200);
    expect(saved.body.issues).toContainEqual(expect.objectContaining({ severity: 'error' }));
    const published = await ask('POST', '/unfinished/publish');
    expect(published.status).toBe(422);
    expect(published.body.issues[0]?.pointer).toMatch(/^\/steps\/0\/message/);
  });

  it.each([
    ['an unknown key', { stepz: [] }, '/recipe/stepz'],
    ['another key', { key: 'other' }, '/recipe/key'],
    ['a step of no kind', { steps: [{ id: 'a', kind: 'dance' }] }, '/recipe/steps/0/kind'],
    [
      'a reach for a constructor',
      { steps: [stop('end', { var: 'trigger.constructor.constructor' })] },
      '/recipe/steps/0/message',
    ],
    [
      'a reach for a prototype',
      { steps: [stop('end', { cat: [{ var: ['settings.__proto__'] }] })] },
      '/recipe/steps/0/message/cat',
    ],
  ])('is not saved, not even as a draft, with %s', async (_what, change, pointer) => {
    await ask('POST', '', recipe('strict'));
    const { status, body } = await ask('PUT', '/strict/draft', { revision: 1, recipe: recipe('strict', change) });
    expect([status, body.issues[0]?.pointer]).toEqual([422, expect.stringContaining(pointer)]);
    expect((await ask('GET', '/strict')).body.draft_revision).toBe(1);
  });

  it('is not imported with an unknown action, and told what was probably meant', async () => {
    const step = { id: 'deal', kind: 'action', connector: 'hubspot', action: 'get_deals', input: { deal_id: '1' } };
    const { status, body } = await ask('POST', '', recipe('imported', { steps: [step] }));
    expect(status).toBe(422);
    expect(body.issues).toContainEqual(
      expect.objectContaining({ in: 'body', pointer: '/steps/0/action', suggestion: 'get_deal' }),
    );
    expect((await ask('GET', '/imported')).status).toBe(404);
  });

  it('may call a published recipe that is made to be called, which then cannot be deleted', async () => {
    const callee = recipe('callee', {
      trigger: { kind: 'call', input: { name: { type: 'text', required: true } } },
      settings: [],
      steps: [],
    });
    expect((await ask('POST', '', callee)).status).toBe(201);
    expect((await ask('POST', '/callee/publish')).status).toBe(200);
    expect((await ask('GET', '/callable')).body).toEqual({
      items: [{ key: 'callee', name: callee.name, input: { name: { type: 'text', required: true } }, output: [] }],
    });
    const caller = recipe('caller', { steps: [{ id: 'inner', kind: 'call', recipe: 'callee', input: { name: 'x' } }] });
    expect(await ask('POST', '', caller)).toMatchObject({ status: 201, body: { issues: [] } });
    await ask('POST', '/caller/publish');
    expect(await ask('DELETE', '/callee')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('"caller"') },
    });
    expect((await ask('DELETE', '/caller')).status).toBe(204);
    expect((await ask('DELETE', '/callee')).status).toBe(204);
  });
});

describe('checking what is not a recipe', () => {
  it.each([null, 1, 'x', [], {}, { steps: 'no' }])('answers with issues for %j', async (value) => {
    const { status, body } = await ask<Verdict>('POST', '/validate', { recipe: value });
    expect([status, body.valid, body.issues.length > 0]).toEqual([200, false, true]);
  });
});

it('publishes the JSON Schema of recipes', async () => {
  const { body } = await ask<Record<string, unknown>>('GET', '/schema');
  expect(body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
});
