import { describe, expect, it } from '@jest/globals';
import type { Automation, RecipeSummary } from '../api/generated/types.gen.js';
import { cellOf, columnsOf, defaultCellOf, filtered, rowsOf, searched, type TemplateRow } from './matrix.js';

const template = (id: string, name: string, automations: TemplateRow['automations'] = []): TemplateRow => ({
  id,
  name,
  automations,
});
// Only what the matrix looks at.
const recipe = (key: string, change: Partial<RecipeSummary> = {}) =>
  ({ key, name: key, description: null, offer: 'template', published_version: 1, ...change }) as RecipeSummary;

describe('the columns', () => {
  it('are the published recipes that are offered for templates', () => {
    const recipes = [
      recipe('stage'),
      recipe('draft', { published_version: null }),
      recipe('all', { offer: 'everywhere' }),
    ];
    expect(columnsOf(recipes, []).map(({ key }) => key)).toEqual(['stage']);
  });

  it('leave out what only other recipes start', () => {
    const cell = { recipe: 'stage', enabled: false, from: 'nothing', automation_id: null, settings: {} } as const;
    expect(columnsOf([recipe('stage'), recipe('called')], [template('1', 'A', [cell])])).toHaveLength(1);
  });
});

describe('a cell', () => {
  const shared = { enabled: true, automation_id: 'choice', settings: { a: 1 } };

  it('is a choice of its own', () => {
    const row = template('1', 'A', [{ recipe: 'stage', from: 'template', ...shared }]);
    expect(cellOf(row, 'stage')).toMatchObject({ from: 'own', enabled: true, choiceId: 'choice' });
  });

  it('follows the default, whose choice is not to be taken back here', () => {
    const row = template('1', 'A', [{ recipe: 'stage', from: 'default', ...shared }]);
    expect(cellOf(row, 'stage')).toMatchObject({ from: 'default', enabled: true, choiceId: null });
  });

  it('that nobody chose leaves the defaults to the form, which tells them in the language of the page', () => {
    const row = template('1', 'A', [{ ...shared, recipe: 'stage', from: 'nothing', enabled: false }]);
    expect(cellOf(row, 'stage')).toMatchObject({ from: 'nothing', enabled: false, settings: {} });
  });

  it('of the default row knows no other default', () => {
    const choice = { id: 'd', recipe: 'stage', template_id: null, enabled: false, settings: {} } as Automation;
    expect(defaultCellOf([choice], 'stage')).toMatchObject({ from: 'own', enabled: false, choiceId: 'd' });
    expect(defaultCellOf([], 'stage')).toMatchObject({ from: 'nothing', choiceId: null, settings: {} });
  });
});

it('finds templates by words in any order, without accents', () => {
  const templates = [template('1', 'Proposition générale'), template('2', 'NDA')];
  expect(searched(templates, 'GENERALE prop').map(({ id }) => id)).toEqual(['1']);
  expect(searched(templates, '2').map(({ id }) => id)).toEqual(['2']);
  expect(searched(templates, ' ')).toHaveLength(2);
});

describe('the rows that are shown', () => {
  const on = { recipe: 'stage', enabled: true, from: 'template', automation_id: 'c', settings: {} } as const;
  const templates = [template('1', 'A', [on]), template('2', 'B'), template('3', 'C')];
  const folders = [
    { id: 's', path: ['Sales'], template_ids: ['1'] },
    { id: 'r', path: ['Sales', 'Renewals'], template_ids: ['2'] },
    { id: 'o', path: ['Sales old'], template_ids: ['3'] },
  ];
  const rows = rowsOf(templates, columnsOf([recipe('stage')], templates), folders);
  const ids = (filter: Parameters<typeof filtered>[1]) =>
    filtered(rows, filter, ({ id }) => id === '1').map(({ id }) => id);

  it('lie in the folder, however deep', () => {
    expect(ids({ folder: 'Sales' })).toEqual(['1', '2']);
    expect(ids({ folder: 'Sales / Renewals' })).toEqual(['2']);
  });

  it('are on, or off, or lack something', () => {
    expect([ids({ show: 'on' }), ids({ show: 'off' }), ids({ show: 'not_ready' })]).toEqual([['1'], ['2', '3'], ['1']]);
    expect(ids({ show: 'off', search: 'c' })).toEqual(['3']);
  });
});
