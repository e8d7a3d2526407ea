import { expect, it } from '@jest/globals';
import { cellsOf, deletingRecipes, sharedSettings, wantedOf } from './bulk.js';
import type { Cell, Row } from './matrix.js';

const cell = (templateId: string, recipe: string, settings: Cell['settings'] = {}): Cell => ({
  ...{ recipe, templateId, enabled: false, from: 'nothing', choiceId: null, settings },
});
const rows: Row[] = ['A', 'B', 'C'].map((id) => ({
  ...{ id, name: id, folder: undefined },
  cells: [cell(id, 'pdf', { own: id }), cell(id, 'items', { add_and_delete: true })],
}));

it('takes the cells where selected rows and columns meet', () => {
  const cells = cellsOf(rows, ['C', 'A'], ['pdf']);
  expect(cells.map(({ templateId, recipe }) => `${templateId} ${recipe}`)).toEqual(['A pdf', 'C pdf']);
});

it('fills in the same settings everywhere when it switches on, and keeps each when it switches off', () => {
  const cells = cellsOf(rows, ['A'], ['pdf']);
  expect(wantedOf(cells, 'on', { pdf: { x: 1 } })[0]!.wish).toEqual({ kind: 'own', enabled: true, settings: { x: 1 } });
  expect(wantedOf(cells, 'off', { pdf: { x: 1 } })[0]!.wish).toEqual({
    kind: 'own',
    enabled: false,
    settings: { own: 'A' },
  });
  expect(wantedOf(cells, 'inherit', {})[0]!.wish).toEqual({ kind: 'inherit' });
});

it('begins the form with what all have in common', () => {
  expect(sharedSettings(cellsOf(rows, ['A', 'B'], ['items']))).toEqual({ add_and_delete: true });
  expect(sharedSettings(cellsOf(rows, ['A', 'B'], ['pdf']))).toBeUndefined();
});

it('names what could delete for the first time', () => {
  const cells = cellsOf(rows, ['A', 'B'], ['pdf', 'items']);
  const inherited = () => ({ enabled: true, settings: { add_and_delete: true } });
  const on = wantedOf(cells, 'on', { items: { add_and_delete: true } });
  expect(deletingRecipes(cells, on, inherited)).toEqual(['items']);
  expect(deletingRecipes(cells, wantedOf(cells, 'off', {}), inherited)).toEqual([]);
});
