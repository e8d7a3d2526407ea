import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../src/testing/eventually.js';
import { Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const recipe = (settings: object[]) => ({
  ...{ format: 1, key: 'tell', name: 'Tell', offer: 'template', settings },
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
  steps: [{ id: 'end', kind: 'stop', outcome: 'succeeded', message: 'Told' }],
});

it('fails plainly when a newer version of the recipe needs a setting that nobody filled in', async () => {
  const { body } = await desk.api('POST', '/api/recipes', recipe([]));
  await desk.api('POST', '/api/recipes/tell/publish', {});
  await desk.switchOn('tell', {}, await desk.templateNamed('Mutual NDA'));
  const newer = recipe([{ key: 'channel', title: 'Channel', type: 'text', required: true }]);
  const saved = await desk.api('PUT', '/api/recipes/tell/draft', { recipe: newer, revision: body.draft_revision });
  expect(saved.status).toBe(200);
  await desk.api('POST', '/api/recipes/tell/publish', {});

  const document = await desk.document(await desk.deal(), 'Mutual NDA');
  await desk.act(document, 'send');
  await eventually(async () => {
    const [run] = await desk.runs(document);
    expect(run).toMatchObject({ status: 'failed', error: { class: 'validation', problems: [{ subject: 'Channel' }] } });
    expect(run.error.message).toContain('“Channel”');
  });
});
