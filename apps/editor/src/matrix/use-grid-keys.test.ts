import { describe, expect, it } from '@jest/globals';
import { placeAfter, selectingOf } from './use-grid-keys.js';

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

it('selects as in any grid', () => {
  const press = (key: string, held: object = {}) =>
    selectingOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held });
  expect(press(' ', { shiftKey: true })).toBe('row');
  expect(press(' ', { ctrlKey: true })).toBe('column');
  expect(press('a', { metaKey: true })).toBe('all');
  expect(press('ArrowDown', { shiftKey: true })).toBe('extend');
  expect([press(' '), press('a'), press('ArrowDown')]).toEqual([undefined, undefined, undefined]);
});
