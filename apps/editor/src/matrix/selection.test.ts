import { describe, expect, it } from '@jest/globals';
import { NOTHING_SELECTED, selected, withAll, withColumn, withRange, withRow } from './selection.js';

const shown = ['a', 'b', 'c', 'd', 'e'];
const rows = (selection: { rows: ReadonlySet<string> }) => [...selection.rows].sort();

describe('the selection of the matrix', () => {
  it('takes a row in and out', () => {
    const one = withRow(NOTHING_SELECTED, 'b');
    expect(rows(one)).toEqual(['b']);
    expect(rows(withRow(one, 'b'))).toEqual([]);
  });

  it('goes on to a row, downwards or upwards, and keeps where it began', () => {
    const down = withRange(withRow(NOTHING_SELECTED, 'c'), 'e', shown);
    expect(rows(down)).toEqual(['c', 'd', 'e']);
    expect(rows(withRange(down, 'a', shown))).toEqual(shown);
    expect(rows(withRange(NOTHING_SELECTED, 'd', shown))).toEqual(['d']);
  });

  it('takes all that are shown, then none of them, and keeps what a search hides', () => {
    const hidden = withRow(NOTHING_SELECTED, 'z');
    expect(rows(withAll(hidden, shown))).toEqual([...shown, 'z']);
    expect(rows(withAll(withAll(hidden, shown), shown))).toEqual(['z']);
  });

  it('means all rows when only columns are selected, and no column when only rows are', () => {
    expect(selected(NOTHING_SELECTED, shown)).toBeUndefined();
    expect(selected(withColumn(NOTHING_SELECTED, 'pdf'), shown)).toEqual({ templateIds: shown, recipes: ['pdf'] });
    expect(selected(withRow(NOTHING_SELECTED, 'b'), shown)).toEqual({ templateIds: ['b'], recipes: [] });
  });
});
