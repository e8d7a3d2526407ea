import { describe, expect, it } from '@jest/globals';
import { evaluateCondition } from '../expressions/evaluate.js';
import type { Command, End } from '../interpret/command.js';
import { interpret } from '../interpret/interpret.js';
import type { Json, JsonObject } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import { settingsWithDefaults } from '../validation/settings-values.js';
import { builtinRecipes } from './builtin.js';

const recipe = (key: string): Recipe => builtinRecipes.find((candidate) => candidate.key === key)!;

const trigger = { document_id: 'doc_1', deal_id: '41', status: 'document.completed' };
const document = {
  name: 'Offer',
  status: 'document.completed',
  version_key: 'v2',
  has_pricing: true,
  pricing_currencies: ['EUR'],
  currency: 'EUR',
  rows: [{ key: 'r1' }],
  fields: [{ name: 'Deal.Amount' }],
  tokens: [{ name: 'Deal.Amount', value: '' }],
};

/** Runs a recipe to its end, each action answered by its key. */
function play(key: string, known: { trigger?: JsonObject; settings?: JsonObject; answers: Record<string, Json> }) {
  const run = interpret(recipe(key), {
    trigger: { ...trigger, ...known.trigger },
    settings: settingsWithDefaults(recipe(key), known.settings ?? {}),
    run: { id: 'run_1', started_at: '2026-01-01T00:00:00Z' },
  });
  const performed: Record<string, JsonObject> = {};
  let step: IteratorResult<Command, End> = run.next();
  while (!step.done) {
    if (step.value.kind !== 'perform') throw new Error(`Unexpected ${step.value.kind}`);
    const { path, input, step: action } = step.value;
    performed[action.action] = input;
    step = run.next({ path, kind: 'output', output: known.answers[action.action] ?? {} });
  }
  return { performed, end: step.value };
}

const wants = (key: string, status: string, settings: JsonObject): boolean => {
  const { trigger: on } = recipe(key);
  return on.kind === 'event' && evaluateCondition(on.condition ?? true, { trigger: { ...trigger, status }, settings });
};

it('offers the five automations, each per template and with a description', () => {
  expect(builtinRecipes.map(({ key, offer }) => [key, offer])).toEqual([
    ['import-from-crm', 'template'],
    ['change-deal-stage', 'template'],
    ['attach-pdf', 'template'],
    ['update-deal-properties', 'template'],
    ['update-line-items', 'template'],
  ]);
  for (const { description } of builtinRecipes) expect(description).toMatch(/\.$/);
});

describe('Import from CRM', () => {
  const answers = {
    get_document: { ...document, status: 'document.draft' },
    get_deal: { currency: 'EUR', line_items: [{ id: 'li_1' }] },
    look_up_variables: { values: [{ name: 'Deal.Amount', value: '12' }] },
  };

  it('wants Draft documents only', () => {
    expect(wants('import-from-crm', 'document.draft', {})).toBe(true);
    expect(wants('import-from-crm', 'document.sent', {})).toBe(false);
  });

  it("fills the document with the deal's variables, line items and currency", () => {
    const { performed, end } = play('import-from-crm', { answers });
    expect(performed.look_up_variables).toEqual({ deal_id: '41', names: ['Deal.Amount', 'Deal.DealCurrencyCode'] });
    expect(performed.fill_from_deal).toEqual({
      document_id: 'doc_1',
      variables: [{ name: 'Deal.Amount', value: '12' }],
      line_items: [{ id: 'li_1' }],
      currency: 'EUR',
    });
    expect(end).toEqual({ kind: 'succeeded' });
  });

  it('names no currency when the deal has none', () => {
    const { performed } = play('import-from-crm', {
      answers: { ...answers, get_deal: { currency: null, line_items: [] } },
    });
    expect(performed.fill_from_deal).toMatchObject({ currency: null });
  });

  it('leaves a document alone that is no longer a Draft, and says why', () => {
    const { performed, end } = play('import-from-crm', {
      answers: { ...answers, get_document: { ...document, status: 'document.waiting_approval' } },
    });
    expect(performed.fill_from_deal).toBeUndefined();
    expect(end).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /"Offer" was left as it is: its status is waiting approval, .* Move it back to Draft/,
      ),
    });
  });
});

describe('Change the deal stage', () => {
  const settings = { pipeline: 'default', stages: { 'document.completed': 'closedwon' } };

  it('wants the statuses that have a stage', () => {
    expect(wants('change-deal-stage', 'document.completed', settings)).toBe(true);
    expect(wants('change-deal-stage', 'document.viewed', settings)).toBe(false);
  });

  it('moves the deal to the stage of the status in the chosen pipeline', () => {
    const { performed } = play('change-deal-stage', { settings, answers: {} });
    expect(performed).toEqual({ update_deal_stage: { deal_id: '41', pipeline: 'default', stage: 'closedwon' } });
  });
});

describe('Attach the PDF', () => {
  const file = { file_id: 'f1' };
  const answers = { get_document: document, download_pdf: { file } };

  it('attaches the signed PDF of a completed document', () => {
    const { performed } = play('attach-pdf', { answers });
    expect(performed.download_pdf).toEqual({ document_id: 'doc_1', kind: 'protected' });
    expect(performed.attach_file).toEqual({
      deal_id: '41',
      file,
      key: 'doc_1:document.completed:v2',
      note: 'Signed PDF of the PandaDoc document "Offer"',
    });
  });

  it('writes the note that was filled in, with the name of the document wherever it says so', () => {
    const settings = { signed_note: 'Contrat signé : {name} ({name})' };
    expect(play('attach-pdf', { settings, answers }).performed.attach_file).toMatchObject({
      note: 'Contrat signé : Offer (Offer)',
    });
  });

  it('attaches the plain PDF of a sent document under a key of its own', () => {
    const { performed } = play('attach-pdf', { trigger: { status: 'document.sent' }, answers });
    expect(performed.download_pdf).toMatchObject({ kind: 'plain' });
    expect(performed.attach_file).toMatchObject({
      key: 'doc_1:document.sent:v2',
      note: 'PDF of the PandaDoc document "Offer"',
    });
  });
});

it.each(['attach-pdf', 'update-deal-properties', 'update-line-items'])('%s wants the chosen statuses', (key) => {
  expect(wants(key, 'document.sent', { statuses: ['document.sent'] })).toBe(true);
  expect(wants(key, 'document.completed', { statuses: ['document.sent'] })).toBe(false);
});

it('Update deal properties hands over the fields of the document', () => {
  const { performed } = play('update-deal-properties', { answers: { get_document: document } });
  expect(performed.update_from_fields).toEqual({ deal_id: '41', fields: document.fields });
});

describe('Update, add and delete line items', () => {
  const settings = { add_and_delete: false };

  it('hands over the rows, the currency and the switch', () => {
    const { performed } = play('update-line-items', { settings, answers: { get_document: document } });
    expect(performed.reconcile_line_items).toEqual({
      deal_id: '41',
      document_id: 'doc_1',
      currency: 'EUR',
      rows: document.rows,
      add_and_delete: false,
    });
  });

  it('leaves the line items alone when the document has no prices', () => {
    const { performed, end } = play('update-line-items', {
      settings,
      answers: { get_document: { ...document, has_pricing: false } },
    });
    expect(performed.reconcile_line_items).toBeUndefined();
    expect(end).toMatchObject({ kind: 'succeeded', message: expect.stringContaining('no pricing table or quote') });
  });

  it('says so when a discount on the whole has no place in the line items', () => {
    const answers = { get_document: { ...document, discounts_on_total: true } };
    const { performed, end } = play('update-line-items', { settings, answers });
    expect(performed.reconcile_line_items).toBeDefined();
    expect(end).toMatchObject({ kind: 'succeeded', message: expect.stringContaining('before that discount') });
    const without = { get_document: { ...document, discounts_on_total: false } };
    expect(play('update-line-items', { settings, answers: without }).end).not.toHaveProperty('message');
  });

  it('refuses prices in several currencies', () => {
    const { end } = play('update-line-items', {
      settings,
      answers: { get_document: { ...document, pricing_currencies: ['EUR', 'USD'] } },
    });
    expect(end).toMatchObject({ kind: 'failed', message: expect.stringContaining('has prices in EUR and USD') });
  });
});
