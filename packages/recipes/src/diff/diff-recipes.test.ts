import { describe, expect, it } from '@jest/globals';
import { builtinRecipes } from '../builtin/builtin.js';
import type { Step } from '../schema/step.js';
import { act, makeRecipe } from '../testing/make-recipe.js';
import { diffRecipes } from './diff-recipes.js';

const steps = (before: Step[], after: Step[]) => diffRecipes(makeRecipe(before), makeRecipe(after)).steps;
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => act(id)) as [Step, Step, Step, Step];
const branch = (inner: Step[], otherwise?: Step[]): Step => ({
  kind: 'if',
  id: 'which',
  branches: [{ when: true, steps: inner }],
  ...(otherwise && { else: otherwise }),
});

describe('the difference of two recipes', () => {
  it('is empty where they say the same', () => {
    for (const recipe of builtinRecipes) {
      expect(diffRecipes(recipe, structuredClone(recipe))).toEqual({ recipe: [], settings: [], steps: [] });
    }
  });

  it('names added and removed steps', () => {
    expect(steps([a, b], [a, c])).toEqual([
      { change: 'removed', id: 'b', pointer: '/steps/1' },
      { change: 'added', id: 'c', pointer: '/steps/1' },
    ]);
  });

  it('does not take the steps behind an inserted one for moved', () => {
    expect(steps([a, b, c], [d, a, b, c])).toEqual([{ change: 'added', id: 'd', pointer: '/steps/0' }]);
  });

  it('names the one step that moved, not all that made room for it', () => {
    expect(steps([a, b, c, d], [b, c, d, a])).toEqual([{ change: 'moved', id: 'a', from: '/steps/0', to: '/steps/3' }]);
  });

  it('follows a step into a branch and between branches', () => {
    expect(steps([a, branch([b])], [branch([a, b])])).toEqual([
      { change: 'moved', id: 'a', from: '/steps/0', to: '/steps/0/branches/0/steps/0' },
    ]);
    expect(steps([branch([b])], [branch([], [b])])).toMatchObject([{ change: 'moved', to: '/steps/0/else/0' }]);
  });

  it('shows a changed step with the smallest values that differ, before and after', () => {
    const before = act('a', { deal_id: { var: 'trigger.deal_id' }, list: [1, { x: 1 }], gone: true });
    const after = { ...act('a', { deal_id: { var: 'trigger.id' }, list: [1, { x: 2 }], 'new/key': 0 }), title: 'A' };
    expect(steps([before], [after])).toEqual([
      {
        change: 'changed',
        id: 'a',
        pointer: '/steps/0',
        changes: [
          { pointer: '/input/deal_id', before: { var: 'trigger.deal_id' }, after: { var: 'trigger.id' } },
          { pointer: '/input/gone', before: true },
          { pointer: '/input/list/1/x', before: 1, after: 2 },
          { pointer: '/input/new~1key', after: 0 },
          { pointer: '/title', after: 'A' },
        ],
      },
    ]);
  });

  it('tells a changed condition from changed steps inside', () => {
    const changed: Step = { kind: 'if', id: 'which', branches: [{ when: false, steps: [b, c] }] };
    expect(steps([branch([b])], [changed])).toEqual([
      {
        change: 'changed',
        id: 'which',
        pointer: '/steps/0',
        changes: [{ pointer: '/branches/0/when', before: true, after: false }],
      },
      { change: 'added', id: 'c', pointer: '/steps/0/branches/0/steps/1' },
    ]);
  });

  it('covers name, trigger and settings', () => {
    const text = { key: 's', title: 'S', type: 'text' as const };
    const before = makeRecipe([], { settings: [text] });
    const after = makeRecipe([], {
      name: 'Other',
      trigger: { kind: 'event', connector: 'pandadoc', trigger: 'pdf_ready' },
      settings: [
        { key: 'n', title: 'N', type: 'number' },
        { ...text, default: 'x' },
      ],
    });
    expect(diffRecipes(before, after)).toEqual({
      recipe: [
        { pointer: '/name', before: 'Test', after: 'Other' },
        { pointer: '/trigger/trigger', before: 'document_status_changed', after: 'pdf_ready' },
      ],
      settings: [
        { change: 'added', id: 'n', pointer: '/settings/0' },
        { change: 'changed', id: 's', pointer: '/settings/1', changes: [{ pointer: '/default', after: 'x' }] },
      ],
      steps: [],
    });
  });
});
