import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { issuesOf, jsonPointer } from './issues.js';

const Order = z.strictObject({
  name: z.string().min(2),
  amount: z.number().int().max(10),
  kind: z.enum(['a', 'b']),
  rows: z.array(z.strictObject({ id: z.uuid() })).max(1),
});

const issuesFor = (value: unknown) => {
  const parsed = Order.safeParse(value);
  return parsed.success ? [] : issuesOf('body', parsed.error.issues);
};
const messageAt = (value: unknown, pointer: string) =>
  issuesFor(value).find((issue) => issue.pointer === pointer)?.message;

describe('the issues of a refused request', () => {
  const order = { name: 'ab', amount: 1, kind: 'a', rows: [] };

  it('are none for a value that fits', () => {
    expect(issuesFor(order)).toEqual([]);
  });

  it('name what is missing and what it must be', () => {
    expect(messageAt({ ...order, name: undefined }, '/name')).toBe('Is missing; must be text.');
  });

  it('name the kind that was found', () => {
    expect(messageAt({ ...order, amount: 'x' }, '/amount')).toBe('Must be a number, is text.');
  });

  it('give every unknown key an issue of its own', () => {
    expect(issuesFor({ ...order, nmae: 1, extra: 2 }).map((issue) => issue.pointer)).toEqual(['/nmae', '/extra']);
  });

  it('list what is possible', () => {
    expect(messageAt({ ...order, kind: 'c' }, '/kind')).toBe('Must be "a" or "b".');
  });

  it('say how long a text or list may be', () => {
    expect(messageAt({ ...order, name: 'a' }, '/name')).toBe('Must have at least 2 characters.');
    expect(messageAt({ ...order, amount: 11 }, '/amount')).toBe('Must be at most 10.');
  });

  it('point into lists', () => {
    expect(messageAt({ ...order, rows: [{ id: 'no' }] }, '/rows/0/id')).toBe('Is not a valid uuid.');
  });

  it('refuse the whole when it is no object', () => {
    expect(issuesFor([])).toEqual([{ in: 'body', pointer: '', message: 'Must be an object, is a list.' }]);
  });
});

it('escapes slashes and tildes in JSON pointers', () => {
  expect(jsonPointer(['a/b', '~', 0])).toBe('/a~1b/~0/0');
});
