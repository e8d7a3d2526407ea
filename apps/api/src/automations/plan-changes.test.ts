import { describe, expect, it } from '@jest/globals';
import { builtinRecipes } from '@tandem/recipes';
import type { StoredChoice } from './automation-store.js';
import { planChanges, type Change } from './plan-changes.js';

const published = builtinRecipes.find(({ key }) => key === 'attach-pdf')!;
const recipes = new Map([['attach-pdf', { id: 'R', published }]]);
const stored = (templateId: string | null, settings: StoredChoice['settings']): StoredChoice => ({
  ...{ id: 'c', recipeId: 'R', recipe: 'attach-pdf', templateId, enabled: true, settings },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
});
const plan = (change: Omit<Change, 'recipe' | 'templateId'>, ...choices: StoredChoice[]) =>
  planChanges([{ recipe: 'attach-pdf', templateId: 'T1', ...change }], recipes, choices);

describe('a change of an automation', () => {
  it('knows what was before, which it may put back', () => {
    const { planned } = plan({ choice: null }, stored('T1', { statuses: ['document.sent'] }), stored(null, {}));
    expect(planned).toMatchObject([
      { before: { enabled: true, settings: { statuses: ['document.sent'] } }, after: null },
    ]);
    expect(plan({ choice: { enabled: false, settings: {} } }).planned[0]!.before).toBeNull();
  });

  it('keeps the settings that are not named, as far as the recipe still has them', () => {
    const { planned } = plan({ choice: { enabled: false } }, stored('T1', { statuses: ['document.sent'], old: 1 }));
    expect(planned[0]!.after).toEqual({ enabled: false, settings: { statuses: ['document.sent'] } });
  });

  it('is not made when somebody else was faster', () => {
    const change = { choice: null, expected: { enabled: false, settings: {} } };
    expect(plan(change, stored('T1', {}))).toEqual({ planned: [], left: [{ recipe: 'attach-pdf', templateId: 'T1' }] });
    expect(plan({ choice: null, expected: { enabled: true, settings: {} } }, stored('T1', {})).left).toEqual([]);
    expect(plan({ choice: { enabled: true }, expected: null }).planned).toHaveLength(1);
  });
});
