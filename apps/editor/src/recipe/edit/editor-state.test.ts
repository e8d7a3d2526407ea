import { describe, expect, it } from '@jest/globals';
import { insertSteps, removeSteps } from '../model/commands.js';
import { TOP } from '../model/step-lists.js';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { isDirty, reduce, startEditor, stepsIn, type EditorEvent } from './editor-state.js';
import { outlineRows, placeAfter } from './outline-rows.js';

const recipe = makeRecipe([readDeal()]);
const start = startEditor(recipe, 3);
const after = (...events: EditorEvent[]) => events.reduce(reduce, start);
const added: EditorEvent = {
  kind: 'made',
  make: (before) => insertSteps(before, { ...TOP, index: 1 }, [note()]),
};

describe('the editor', () => {
  it('looks at the step that was put in', () => {
    expect(stepsIn(after(added).selected)).toEqual(['note']);
  });

  it('is unsaved after a change, and saved again when the change is undone', () => {
    expect(isDirty(after(added))).toBe(true);
    expect(isDirty(after(added, { kind: 'undone' }))).toBe(false);
  });

  it('looks at nothing that undo has taken away', () => {
    expect(after(added, { kind: 'undone' }).selected).toEqual(['trigger']);
    expect(after({ kind: 'made', make: (before) => removeSteps(before, ['deal']) }).selected).toEqual(['trigger']);
  });

  it('saves what was sent, also when more was typed meanwhile', () => {
    const typed: EditorEvent = { kind: 'changed', change: (before) => ({ ...before, name: 'Other' }), of: 'name' };
    const state = after(added, typed, {
      kind: 'saved',
      recipe: insertSteps(recipe, { ...TOP, index: 1 }, [note()]).recipe,
      revision: 4,
    });
    expect(isDirty(state)).toBe(true);
    expect(state.revision).toBe(4);
  });

  it('keeps looking at a step while another is put in before it for a value of it', () => {
    const provided: EditorEvent = {
      kind: 'provided',
      make: (before) => insertSteps(before, { ...TOP, index: 0 }, [readDeal('get_deal')]),
    };
    const { selected, history } = after(provided);
    expect(stepsIn(selected)).toEqual(['deal']);
    expect(history.present.steps.map(({ id }) => id)).toEqual(['get_deal', 'deal']);
  });

  it('chooses one step, more of them, and fewer again', () => {
    const pick = (row: string, isMore: boolean): EditorEvent => ({ kind: 'picked', row, isMore });
    expect(after(added, pick('step:deal', true)).selected).toEqual(['step:note', 'step:deal']);
    expect(after(added, pick('step:deal', true), pick('step:note', true)).selected).toEqual(['step:deal']);
    expect(after(added, pick('step:deal', true), pick('trigger', false)).selected).toEqual(['trigger']);
  });

  it('takes over somebody else’s draft without losing the own one: undo leads back', () => {
    const theirs = makeRecipe([note('theirs')]);
    const taken = after(added, { kind: 'replaced', recipe: theirs, saved: theirs, revision: 9 });
    expect(isDirty(taken)).toBe(false);
    expect(
      stepsIn(['trigger', ...reduce(taken, { kind: 'undone' }).history.present.steps.map(({ id }) => `step:${id}`)]),
    ).toEqual(['deal', 'note']);
  });
});

describe('the outline', () => {
  const nested = makeRecipe([readDeal(), { id: 'check', kind: 'if', branches: [{ when: true, steps: [note()] }] }]);

  it('has a row for the trigger, every step and every way, with its level and place', () => {
    expect(outlineRows(nested).map(({ id, level, position, of }) => `${id} ${level} ${position}/${of}`)).toEqual([
      'trigger 1 1/3',
      'step:deal 1 2/3',
      'step:check 1 3/3',
      'way:check/branches/0/steps 2 1/2',
      'step:note 3 1/1',
      'way:check/else 2 2/2',
    ]);
  });

  it('leaves out what is inside a closed row', () => {
    expect(outlineRows(nested, new Set(['step:check'])).map(({ id }) => id)).toEqual([
      'trigger',
      'step:deal',
      'step:check',
    ]);
  });

  it('puts a new step after the chosen step, and first on a chosen way', () => {
    const rows = outlineRows(nested);
    expect(rows.map(placeAfter).map(({ holder, slot, index }) => `${holder ?? ''} ${slot} ${index}`)).toEqual([
      ' steps 0',
      ' steps 1',
      ' steps 2',
      'check branches/0/steps 0',
      'check branches/0/steps 1',
      'check else 0',
    ]);
  });
});
