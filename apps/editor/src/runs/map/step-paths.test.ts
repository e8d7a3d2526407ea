import { describe, expect, it } from '@jest/globals';
import type { Step } from '@tandem/recipes';
import { makeRecipe, note } from '../../recipe/testing/make-recipe.js';
import { inItem, loopsAround, stepAt, stepPaths } from './step-paths.js';

const loop = (id: string, ...steps: Step[]): Step => ({ id, kind: 'forEach', items: [], steps });

describe('the paths of steps', () => {
  it('name the looked-at item of each loop around a step', () => {
    const recipe = makeRecipe([loop('rows', loop('cells', note('write'))), note('after')]);
    const paths = stepPaths(recipe, (path) => (path === 'rows' ? 2 : 5));
    expect(Object.fromEntries(paths)).toEqual({
      rows: 'rows',
      cells: 'rows[2].cells',
      write: 'rows[2].cells[5].write',
      after: 'after',
    });
  });

  it('tell the loops around them, and the step', () => {
    expect(loopsAround('rows[2].cells[5].write')).toEqual([
      { loop: 'rows', item: 2 },
      { loop: 'rows[2].cells', item: 5 },
    ]);
    expect(stepAt('rows[2].cells[5].write')).toBe('write');
  });

  it('lead to the same place in another item', () => {
    expect(inItem('rows[2].cells[5].write', 'rows', 10)).toBe('rows[10].cells[5].write');
    expect(inItem('rows[2].cells[5].write', 'rows[2].cells', 0)).toBe('rows[2].cells[0].write');
  });
});
