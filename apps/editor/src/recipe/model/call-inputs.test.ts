import { expect, it } from '@jest/globals';
import { makeRecipe, note } from '../testing/make-recipe.js';
import { addInput, putInput, removeInput, renameInput } from './call-inputs.js';

const recipe = makeRecipe([note('note', { cat: ['For ', { var: 'trigger.deal' }] })], {
  trigger: {
    kind: 'call',
    input: { deal: { type: 'text', required: true } },
    output: { same: { var: 'trigger.deal' } },
  },
});

it('takes one more thing under a name of its own, and lets it be changed and taken out', () => {
  const more = addInput(addInput(recipe, 'Deal'), 'How much');
  expect(more.trigger).toMatchObject({ input: { deal: {}, deal_2: { type: 'text' }, how_much: {} } });
  expect(putInput(recipe, 'deal', { type: 'number' }).trigger).toMatchObject({ input: { deal: { type: 'number' } } });
  expect(removeInput(recipe, 'deal').trigger).toMatchObject({ input: {} });
});

it('is followed to another name by all that refers to it, in steps and in what is given back', () => {
  const renamed = renameInput(recipe, 'deal', 'deal_id');
  expect(renamed.trigger).toEqual({
    kind: 'call',
    input: { deal_id: { type: 'text', required: true } },
    output: { same: { var: 'trigger.deal_id' } },
  });
  expect(renamed.steps).toMatchObject([{ input: { body: { cat: ['For ', { var: 'trigger.deal_id' }] } } }]);
});
