import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { If, Recipe } from '@tandem/recipes';
import { show } from '../../testing/show.js';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note } from '../testing/make-recipe.js';
import { Differences } from './Differences.js';

const above = (path: string, amount: number): If => ({
  id: 'if',
  kind: 'if',
  branches: [{ when: { '>': [{ var: path }, amount] }, steps: [] }],
});

const texts = (role: 'deletion' | 'insertion'): (string | null)[] =>
  screen.queryAllByRole(role).map(({ textContent }) => textContent);

async function showChanges(before: Recipe, after: Recipe): Promise<void> {
  await show(<Differences before={before} after={after} connectors={connectors} />);
}

it('says what was changed as the editor says it', async () => {
  const text = { cat: ['Hello ', { var: 'trigger.document_name' }] };
  await showChanges(
    makeRecipe([above('trigger.amount', 1_000), note('note', 'Hello')]),
    makeRecipe([above('trigger.amount', 10_000), { ...note('note', text), skip: true }]),
  );
  expect(texts('deletion')).toEqual(['amount is more than 1,000', 'Hello']);
  expect(texts('insertion')).toEqual(['amount is more than 10,000', 'Hello {{trigger.document_name}}', 'Yes']);
  for (const name of ['Way 1 › when', 'Body', 'Skipped']) expect(screen.getByText(name)).toBeTruthy();
});

it('tells pills of one name apart by their JSON', async () => {
  await showChanges(makeRecipe([above('trigger.amount', 5)]), makeRecipe([above('steps.deal.amount', 5)]));
  expect(texts('deletion').join('')).toContain('trigger.amount');
  expect(texts('insertion').join('')).toContain('steps.deal.amount');
});

it('shows what only JSON can say as JSON', async () => {
  await showChanges(
    makeRecipe([note('note', 'Hello')]),
    makeRecipe([note('note', { upper: { var: 'trigger.status' } })]),
  );
  expect(texts('deletion').join('')).toContain('"Hello"');
  expect(texts('insertion').join('')).toContain('"upper"');
});
