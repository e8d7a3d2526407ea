import { expect, it } from '@jest/globals';
import { builtinRecipes, Recipe } from '@tandem/recipes';
import french from '../../texts/fr/said.json' with { type: 'json' };
import { phraseBook } from '../../texts/phrase-book.js';
import { inLanguage } from './in-language.js';

const lineItems = Recipe.parse(builtinRecipes.find(({ key }) => key === 'update-line-items'));

it('says our recipes in French, their values in the places where French has them', () => {
  const recipe = inLanguage(
    lineItems,
    phraseBook(french, () => undefined),
  );
  expect(recipe.name).toBe('Mettre à jour, ajouter et supprimer les lignes');
  expect(recipe.settings.map(({ title }) => title)).toEqual([
    'Quand le document est',
    'Ajouter et supprimer des lignes',
  ]);
  const [, prices] = recipe.steps;
  expect(prices).toMatchObject({
    id: 'any_pricing',
    title: 'Le document a-t-il des prix\u202f?',
    branches: [
      {
        title: 'Non',
        steps: [
          {
            outcome: 'succeeded',
            message: {
              cat: [
                'Le document «\u00a0',
                { var: 'steps.document.name' },
                '\u00a0» n’a ni tableau de prix ni devis\u00a0: les lignes de produit de la transaction restent telles quelles.',
              ],
            },
          },
        ],
      },
      { title: 'En plusieurs devises' },
    ],
  });
});

it('leaves them as they are in English', () => {
  expect(inLanguage(lineItems, (text) => text)).toEqual(lineItems);
});
