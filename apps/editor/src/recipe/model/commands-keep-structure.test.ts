import { expect, it } from '@jest/globals';
import { Recipe, validateRecipe } from '@tandem/recipes';
import fc from 'fast-check';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note, readDeal, readDocument } from '../testing/make-recipe.js';
import { fromClipboard, toClipboard } from './clipboard.js';
import {
  addBranch,
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
import { catalogueOf } from './connectors.js';
import { idsOf } from './fresh-id.js';
import { outlineOf } from './outline.js';
import { innerLists, TOP, type Place } from './step-lists.js';

const catalogue = catalogueOf(connectors);
const start = makeRecipe([
  readDocument(),
  readDeal(),
  {
    id: 'check',
    kind: 'if',
    branches: [{ when: { '>': [{ var: 'steps.deal.amount' }, 10] }, steps: [note('big', { var: 'steps.deal.id' })] }],
  },
  {
    id: 'each',
    kind: 'forEach',
    items: { var: 'steps.document.rows' },
    steps: [note('row', { var: 'steps.each.item.name' })],
  },
]);

/** Every place that a step can be put. */
function placesOf(recipe: Recipe): Place[] {
  const inside = outlineOf(recipe).flatMap(({ step }) =>
    innerLists(step).map(({ slot, steps }) => ({ holder: step.id, slot, index: steps.length })),
  );
  return [{ ...TOP, index: 0 }, { ...TOP, index: recipe.steps.length }, ...inside];
}

type Command = (recipe: Recipe) => Recipe;
const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length]!;

const command: fc.Arbitrary<Command> = fc
  .record({ kind: fc.nat(10), which: fc.nat(50), other: fc.nat(50), word: fc.string({ maxLength: 12 }) })
  .map(({ kind, which, other, word }) => (recipe) => {
    const ids = [...idsOf(recipe)];
    if (ids.length === 0 || ids.length > 60) return insertSteps(recipe, { ...TOP, index: 0 }, [note()]).recipe;
    const id = pick(ids, which);
    const place = pick(placesOf(recipe), other);
    const commands: (() => Recipe)[] = [
      () => insertSteps(recipe, place, [note(), readDeal()]).recipe,
      () => removeSteps(recipe, [id]).recipe,
      () => moveSteps(recipe, [id, pick(ids, other)], place).recipe,
      () => duplicateSteps(recipe, [id]).recipe,
      () => renameStep(recipe, id, word).recipe,
      () => skipSteps(recipe, [id], other % 2 === 0),
      () => wrapSteps(recipe, [id], pick(['if', 'try', 'forEach'] as const, other)).recipe,
      () => nudgeSteps(recipe, [id], other % 2 === 0 ? 1 : -1).recipe,
      () => indentSteps(recipe, [id]).recipe,
      () => (other % 2 === 0 ? addBranch(recipe, id) : removeBranch(recipe, id, 0)),
      () => insertSteps(recipe, place, fromClipboard(toClipboard(recipe, [id]))!).recipe,
    ];
    return pick(commands, kind)();
  });

it('keeps a valid structure whatever is done, with ids that are unique', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const made = commands.reduce((recipe, apply) => apply(recipe), start);
      const ids = outlineOf(made).map(({ step }) => step.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(Recipe.safeParse(made).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('changes nothing about what is right or wrong with a recipe by renaming its steps', () => {
  const said = (recipe: Recipe) =>
    validateRecipe(recipe, catalogue).map(({ pointer, severity }) => [pointer, severity]);
  fc.assert(
    fc.property(
      fc.array(command, { maxLength: 6 }),
      fc.nat(50),
      fc.string({ maxLength: 20 }),
      (commands, which, word) => {
        const before = commands.reduce((recipe, apply) => apply(recipe), start);
        const ids = [...idsOf(before)];
        fc.pre(ids.length > 0);
        expect(said(renameStep(before, pick(ids, which), word).recipe)).toEqual(said(before));
      },
    ),
    { numRuns: 200 },
  );
});

it.each([
  ['a step that another refers to is removed', removeSteps(start, ['deal']).recipe, 'big'],
  ['it goes to where it has not run yet', moveSteps(start, ['deal'], { ...TOP, index: 4 }).recipe, 'big'],
  [
    'a step goes out of the loop whose item it refers to',
    moveSteps(start, ['row'], { ...TOP, index: 4 }).recipe,
    'row',
  ],
])('reports the lost reference when %s', (_, made, id) => {
  const { pointer } = outlineOf(made).find(({ step }) => step.id === id)!;
  expect(validateRecipe(made, catalogue)).toContainEqual(
    expect.objectContaining({ pointer: expect.stringContaining(`${pointer}/input/body`), severity: 'error' }),
  );
});
