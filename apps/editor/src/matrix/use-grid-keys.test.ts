import { describe, expect, it } from '@jest/globals';
import { placeAfter } from './use-grid-keys.js';

describe('a key in the matrix', () => {
  it.each([
    ['ArrowDown', { row: 3, column: 2 }],
    ['ArrowLeft', { row: 2, column: 1 }],
    ['Home', { row: 2, column: 0 }],
    ['End', { row: 2, column: 4 }],
    ['PageDown', { row: 12, column: 2 }],
  ])('%s leads on', (key, place) => {
    expect(placeAfter(key, { row: 2, column: 2 }, 20, 5)).toEqual(place);
  });

  it('never leads out of the grid', () => {
    expect(placeAfter('ArrowUp', { row: 0, column: 0 }, 20, 5)).toEqual({ row: 0, column: 0 });
    expect(placeAfter('PageDown', { row: 15, column: 0 }, 20, 5)).toEqual({ row: 19, column: 0 });
  });

  it('means nothing when it is a letter', () => {
    expect(placeAfter('a', { row: 0, column: 0 }, 20, 5)).toBeUndefined();
  });
});
