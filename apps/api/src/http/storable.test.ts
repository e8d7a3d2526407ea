import { describe, expect, it } from '@jest/globals';
import { findUnstorable } from './storable.js';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
};

describe('what the database cannot keep', () => {
  it.each([null, undefined, 'ü 😀', 0, -1.5, true, { a: [1, { b: 'c' }] }])('finds nothing in %j', (value) => {
    expect(findUnstorable(value)).toBeUndefined();
  });

  it('finds U+0000 in a value and says where', () => {
    expect(findUnstorable({ steps: [{ title: 'a\u0000' }] })?.pointer).toBe('/steps/0/title');
  });

  it('finds U+0000 in a key', () => {
    expect(findUnstorable({ a: { 'b\u0000': 1 } })?.pointer).toBe('/a');
  });

  it('finds half of a character', () => {
    expect(findUnstorable(['\ud800'])?.pointer).toBe('/0');
  });

  it('finds a number that JSON.parse could only read as infinite', () => {
    expect(findUnstorable(JSON.parse('{"n":1e400}'))?.pointer).toBe('/n');
  });

  it('takes 100 levels and refuses 101', () => {
    expect(findUnstorable(nested(100))).toBeUndefined();
    expect(findUnstorable(nested(101))?.message).toBe('Nested more than 100 levels deep.');
  });

  it('survives what would overflow the stack', () => {
    expect(findUnstorable(nested(500_000))).toBeDefined();
  });
});
