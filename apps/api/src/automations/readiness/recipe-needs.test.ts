import { describe, expect, it } from '@jest/globals';
import { hubspot, pandadoc } from '@tandem/connectors';
import { builtinRecipes, Recipe } from '@tandem/recipes';
import { needsOf } from './recipe-needs.js';

const builtin = (key: string) => builtinRecipes.find((recipe) => recipe.key === key)!;
const needs = (recipe: Recipe, others: Recipe[] = []) =>
  needsOf(recipe, [hubspot, pandadoc], (key) => others.find((one) => one.key === key));

describe('what a recipe needs', () => {
  it('is the accounts of its trigger and its steps', () => {
    expect(needs(builtin('attach-pdf')).connectors).toEqual(['pandadoc', 'hubspot']);
  });

  it('is what its actions need of the template, and their scopes, each once', () => {
    expect(needs(builtin('update-line-items'))).toMatchObject({ pricing: true, fieldsTo: [] });
    expect(needs(builtin('update-deal-properties'))).toMatchObject({ pricing: false, fieldsTo: ['hubspot'] });
    expect(needs(builtin('change-deal-stage')).scopes.hubspot).toEqual([
      'crm.objects.deals.read',
      'crm.objects.deals.write',
    ]);
  });

  it('is also what the recipes that it calls need, even when they call each other', () => {
    const called = { ...builtin('update-line-items'), key: 'called' };
    const calling = Recipe.parse({
      ...builtin('attach-pdf'),
      key: 'calling',
      steps: [
        {
          id: 'maybe',
          kind: 'if',
          branches: [{ when: true, steps: [{ id: 'call', kind: 'call', recipe: 'called', input: {} }] }],
        },
      ],
    });
    const back = {
      ...called,
      steps: [...called.steps, { id: 'back', kind: 'call' as const, recipe: 'calling', input: {} }],
    };
    expect(needs(calling, [back, calling])).toMatchObject({ pricing: true });
  });

  it('leaves out what is skipped', () => {
    const recipe = builtin('update-line-items');
    const steps = recipe.steps.map((step) => ({ ...step, skip: true as const }));
    expect(needs({ ...recipe, steps })).toMatchObject({ pricing: false, connectors: ['pandadoc'] });
  });
});
