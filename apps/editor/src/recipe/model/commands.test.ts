import { describe, expect, it } from '@jest/globals';
import type { Step } from '@tandem/recipes';
import { makeRecipe, note, readDeal, readDocument } from '../testing/make-recipe.js';
import {
  addBranch,
  changeStep,
  duplicateSteps,
  indentSteps,
  insertSteps,
  moveSteps,
  nudgeSteps,
  removeBranch,
  removeSteps,
  renameStep,
  skipSteps,
  wrapSteps,
} from './commands.js';
import { outlineOf } from './outline.js';
import { TOP } from './step-lists.js';

const check: Step = {
  id: 'check',
  kind: 'if',
  branches: [{ when: { '>': [{ var: 'steps.deal.amount' }, 10] }, steps: [note('big', { var: 'steps.deal.amount' })] }],
  else: [note('small')],
};
const recipe = makeRecipe([readDocument(), readDeal(), check]);
const idsOf = (made: typeof recipe): string[] => outlineOf(made).map(({ number, step }) => `${number} ${step.id}`);

describe('inserting', () => {
  it('puts a step before the one that has the index now', () => {
    const made = insertSteps(recipe, { ...TOP, index: 1 }, [note()]);
    expect(idsOf(made.recipe)).toEqual(['1 document', '2 note', '3 deal', '4 check', '4.1 big', '4.2 small']);
    expect(made.selected).toEqual(['note']);
  });

  it('puts a step into an else that was not there', () => {
    const made = insertSteps(makeRecipe([{ ...check, else: undefined }]), { holder: 'check', slot: 'else', index: 0 }, [
      note(),
    ]);
    expect(idsOf(made.recipe)).toEqual(['1 check', '1.1 big', '1.2 note']);
  });

  it('gives a step whose id is taken another one, and lets what refers to it inside follow', () => {
    const made = insertSteps(recipe, { ...TOP, index: 3 }, [readDeal(), note('note', { var: 'steps.deal.amount' })]);
    expect(made.recipe.steps.slice(3)).toEqual([readDeal('deal_2'), note('note', { var: 'steps.deal_2.amount' })]);
  });
});

describe('removing', () => {
  it('takes out what is inside, too, and selects what comes after', () => {
    expect(idsOf(removeSteps(recipe, ['deal']).recipe)).toEqual(['1 document', '2 check', '2.1 big', '2.2 small']);
    expect(removeSteps(recipe, ['deal']).selected).toEqual(['check']);
    expect(idsOf(removeSteps(recipe, ['check', 'big']).recipe)).toEqual(['1 document', '2 deal']);
  });

  it('selects the step around when a list is empty afterwards, and drops an empty else', () => {
    const made = removeSteps(recipe, ['small']);
    expect(made.selected).toEqual(['check']);
    expect(made.recipe.steps[2]).not.toHaveProperty('else');
  });
});

describe('moving', () => {
  it('counts places as they are seen before the move', () => {
    expect(idsOf(moveSteps(recipe, ['document'], { ...TOP, index: 2 }).recipe).slice(0, 2)).toEqual([
      '1 deal',
      '2 document',
    ]);
  });

  it('takes a step into a branch and out again', () => {
    const into = moveSteps(recipe, ['document'], { holder: 'check', slot: 'branches/0/steps', index: 1 }).recipe;
    expect(idsOf(into)).toEqual(['1 deal', '2 check', '2.1 big', '2.2 document', '2.3 small']);
    expect(moveSteps(into, ['document'], { ...TOP, index: 0 }).recipe).toEqual(recipe);
  });

  it('does not put a step into itself', () => {
    expect(moveSteps(recipe, ['check'], { holder: 'check', slot: 'else', index: 0 }).recipe).toBe(recipe);
  });

  it('nudges a step along its list, and at an end out of the step around it', () => {
    expect(idsOf(nudgeSteps(recipe, ['deal'], -1).recipe).slice(0, 2)).toEqual(['1 deal', '2 document']);
    expect(idsOf(nudgeSteps(recipe, ['big'], 1).recipe)).toEqual([
      '1 document',
      '2 deal',
      '3 check',
      '3.1 small',
      '4 big',
    ]);
    expect(nudgeSteps(recipe, ['document'], -1).recipe).toBe(recipe);
  });

  it('nudges several steps of one list together, and leaves those of several lists where they are', () => {
    expect(idsOf(nudgeSteps(recipe, ['document', 'deal'], 1).recipe).slice(0, 1)).toEqual(['1 check']);
    expect(nudgeSteps(recipe, ['document', 'deal'], -1).recipe).toBe(recipe);
    expect(nudgeSteps(recipe, ['document', 'big'], 1).recipe).toBe(recipe);
  });

  it('indents a step into the one above where that holds steps', () => {
    const out = nudgeSteps(recipe, ['big'], 1).recipe;
    expect(indentSteps(out, ['big']).recipe).toEqual(recipe);
    expect(indentSteps(recipe, ['deal']).recipe).toBe(recipe);
  });
});

it('duplicates a step with all inside it right behind it, each copy with an id of its own', () => {
  const made = duplicateSteps(recipe, ['check']);
  expect(idsOf(made.recipe).slice(2)).toEqual([
    '3 check',
    '3.1 big',
    '3.2 small',
    '4 check_2',
    '4.1 big_2',
    '4.2 small_2',
  ]);
});

describe('renaming', () => {
  it('takes every reference along: pills, paths of missing, and members of {"var": "steps"}', () => {
    const made = renameStep(
      changeStep(recipe, 'small', (step) => ({
        ...note(step.id),
        input: {
          deal_id: { if: [{ missing: ['steps.deal.id', 'trigger.deal_id'] }, '', { get: [{ var: 'steps' }, 'deal'] }] },
          body: { map: [{ var: 'steps.deal.contacts' }, { var: 'steps.deal.amount' }] },
        },
      })),
      'deal',
      'The Deal!',
    );
    expect(made.selected).toEqual(['the_deal']);
    expect(made.recipe.steps[2]).toEqual({
      ...check,
      branches: [
        {
          when: { '>': [{ var: 'steps.the_deal.amount' }, 10] },
          steps: [note('big', { var: 'steps.the_deal.amount' })],
        },
      ],
      else: [
        {
          ...note('small'),
          input: {
            deal_id: {
              if: [{ missing: ['steps.the_deal.id', 'trigger.deal_id'] }, '', { get: [{ var: 'steps' }, 'the_deal'] }],
            },
            // Inside `map` a path begins at the element, so this one never meant the step.
            body: { map: [{ var: 'steps.the_deal.contacts' }, { var: 'steps.deal.amount' }] },
          },
        },
      ],
    });
  });

  it('never takes an id that another step has', () => {
    expect(renameStep(recipe, 'deal', 'document').selected).toEqual(['document_2']);
  });
});

it('keeps the id of a step that is changed', () => {
  expect(changeStep(recipe, 'deal', () => note('other')).steps[1]).toEqual(note('deal'));
});

it('skips and takes up again, leaving no trace in the recipe', () => {
  const skipped = skipSteps(recipe, ['deal', 'small'], true);
  expect(skipped.steps[1]).toEqual({ ...readDeal(), skip: true });
  expect(skipSteps(skipped, ['deal', 'small'], false)).toEqual(recipe);
});

describe('wrapping', () => {
  it('puts neighbours into a new if, where the first of them stood', () => {
    const made = wrapSteps(recipe, ['document', 'deal'], 'if');
    expect(idsOf(made.recipe).slice(0, 3)).toEqual(['1 check_2', '1.1 document', '1.2 deal']);
    expect(made.selected).toEqual(['check_2']);
  });

  it('makes loops and tries, too', () => {
    expect(wrapSteps(recipe, ['deal'], 'forEach').recipe.steps[1]).toEqual({
      id: 'each',
      kind: 'forEach',
      items: [],
      steps: [readDeal()],
    });
    expect(wrapSteps(recipe, ['deal'], 'try').recipe.steps[1]).toEqual({
      id: 'attempt',
      kind: 'try',
      steps: [readDeal()],
      onError: [],
    });
  });
});

it('adds ways to an if and takes them away, but never the last', () => {
  const two = addBranch(recipe, 'check');
  expect(two.steps[2]).toMatchObject({ branches: [{}, { when: true, steps: [] }] });
  expect(removeBranch(two, 'check', 1)).toEqual(recipe);
  expect(removeBranch(recipe, 'check', 0)).toEqual(recipe);
});
