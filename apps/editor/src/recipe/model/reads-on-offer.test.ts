import { expect, it } from '@jest/globals';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { sourcesAt } from './pills-in-scope.js';
import { readsOnOffer } from './reads-on-offer.js';

const offered = (recipe: ReturnType<typeof makeRecipe>, step: string) =>
  readsOnOffer(recipe, connectors, sourcesAt(recipe, { step }, connectors));

it('offers to read the deal and the document that the trigger knows by their ids', () => {
  const recipe = makeRecipe([note()]);
  expect(offered(recipe, 'note').map(({ step, source }) => [source.path, step.input])).toEqual([
    ['steps.get_document', { document_id: { var: 'trigger.document_id' } }],
    ['steps.get_deal', { deal_id: { var: 'trigger.deal_id' } }],
  ]);
});

it('does not offer what an earlier step has read already', () => {
  const recipe = makeRecipe([readDeal(), note()]);
  expect(offered(recipe, 'note').map(({ step }) => step.action)).toEqual(['get_document']);
});

it('offers it again where the earlier step may not have run', () => {
  const recipe = makeRecipe([
    { id: 'check', kind: 'if', branches: [{ when: true, steps: [readDeal('get_deal')] }] },
    note(),
  ]);
  expect(offered(recipe, 'note').map(({ source }) => source.path)).toEqual(['steps.get_document', 'steps.get_deal_2']);
});
