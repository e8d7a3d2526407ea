import { expect, it } from '@jest/globals';
import { Batch } from './batch.js';

it('asks for what comes together at once, and never twice at the same time', async () => {
  const asked: number[][] = [];
  let open = 0;
  const batch = new Batch<number, string>(3, async (keys) => {
    asked.push(keys);
    open += 1;
    expect(open).toBe(1);
    await Promise.resolve();
    open -= 1;
    return new Map(keys.filter((key) => key !== 4).map((key) => [key, `v${key}`]));
  });
  expect(await Promise.all([1, 2, 3, 4, 4].map((key) => batch.load(key)))).toEqual([
    'v1',
    'v2',
    'v3',
    undefined,
    undefined,
  ]);
  expect(asked).toEqual([
    [3, 4],
    [1, 2],
  ]);
});

it('tells everybody who waits that it failed, and goes on with the next', async () => {
  let fails = true;
  const batch = new Batch<number, number>(10, (keys) => {
    if (fails) return Promise.reject(new Error('away'));
    return Promise.resolve(new Map(keys.map((key) => [key, key])));
  });
  const outcomes = await Promise.allSettled([batch.load(1), batch.load(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await batch.load(3)).toBe(3);
});
