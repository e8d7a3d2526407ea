import { describe, expect, it } from '@jest/globals';
import { hubspot, pandadoc, type TemplateContent } from '@tandem/connectors';
import { builtinRecipes, type JsonObject } from '@tandem/recipes';
import { readinessOf, type AccountFacts, type ReadinessFacts } from './readiness.js';
import { needsOf } from './recipe-needs.js';

const account = (title: string, change: Partial<AccountFacts> = {}): AccountFacts => ({
  title,
  status: 'connected',
  reason: null,
  scopes: undefined,
  ...change,
});
const facts = (change: Partial<ReadinessFacts> = {}, hub: Partial<AccountFacts> = {}): ReadinessFacts => ({
  accounts: new Map([
    ['hubspot', account('HubSpot', hub)],
    ['pandadoc', account('PandaDoc')],
  ]),
  lists: ({ pickList }) => (pickList === 'stages' ? [{ value: 'won', label: 'Closed won' }] : undefined),
  template: { hasPricing: true, fields: [] },
  fieldChecks: new Map([['hubspot', () => []]]),
  ...change,
});
const ask = (key: string, settings: JsonObject, given: ReadinessFacts) => {
  const recipe = builtinRecipes.find((one) => one.key === key)!;
  return readinessOf(
    recipe,
    settings,
    needsOf(recipe, [hubspot, pandadoc], () => undefined),
    given,
  );
};
const kinds = (...asked: Parameters<typeof ask>) => ask(...asked).problems.map(({ kind }) => kind);
const stages = { pipeline: 'p', stages: { 'document.sent': 'won' } };

describe('an automation', () => {
  it('is ready when nothing is missing', () => {
    expect(ask('change-deal-stage', stages, facts())).toEqual({ state: 'ready', problems: [] });
  });

  it('names the account that is not connected or paused', () => {
    expect(kinds('attach-pdf', {}, facts({}, { status: 'missing' }))).toEqual(['not_connected']);
    const paused = ask('attach-pdf', {}, facts({}, { status: 'paused', reason: 'The token has expired.' }));
    expect(paused.problems[0]!.message).toBe('The connection to HubSpot is paused. The token has expired.');
  });

  it('names the scopes that the account lacks, where the remote tells them', () => {
    const scopes = ['crm.objects.deals.read', 'e-commerce'];
    const [problem] = ask('update-line-items', {}, facts({}, { scopes: ['e-commerce'] })).problems;
    expect(problem).toMatchObject({ kind: 'missing_scope', about: ['crm.objects.deals.read'] });
    expect(kinds('update-line-items', {}, facts({}, { scopes }))).toEqual([]);
  });

  it('names each required setting that is empty, as after a newer version asks for more', () => {
    const found = ask('change-deal-stage', {}, facts()).problems;
    expect(found.map(({ kind, setting }) => [kind, setting])).toEqual([
      ['setting_missing', 'pipeline'],
      ['setting_missing', 'stages'],
    ]);
  });

  it('names a stage that is no longer in the pipeline, and what was probably meant', () => {
    const settings = { ...stages, stages: { 'document.sent': 'wonn' } };
    expect(ask('change-deal-stage', settings, facts()).problems).toMatchObject([
      { kind: 'choice_gone', setting: 'stages', about: ['Stage per status', 'wonn'], suggestion: 'Closed won' },
    ]);
  });

  it('of line items needs prices in the template', () => {
    expect(kinds('update-line-items', {}, facts({ template: { hasPricing: false, fields: [] } }))).toEqual([
      'no_pricing',
    ]);
    expect(kinds('update-line-items', {}, facts({ template: 'any' }))).toEqual([]);
  });

  it('of deal properties needs a property for each field', () => {
    const fieldChecks: ReadinessFacts['fieldChecks'] = new Map([
      ['hubspot', () => [{ mergeField: 'Deal.X', reason: 'unknown' as const, candidates: [] }]],
    ]);
    expect(ask('update-deal-properties', {}, facts({ fieldChecks })).problems).toMatchObject([
      { kind: 'unknown_field', about: ['Deal.X'], connector: 'hubspot' },
    ]);
  });

  it('may be ready or not where the template could not be read, if that matters to it', () => {
    const unread: { template: TemplateContent | undefined } = { template: undefined };
    expect(ask('update-line-items', {}, facts(unread)).state).toBe('unknown');
    expect(ask('attach-pdf', {}, facts(unread)).state).toBe('ready');
  });
});
