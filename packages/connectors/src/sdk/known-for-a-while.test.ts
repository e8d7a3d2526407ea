import { describe, expect, it } from '@jest/globals';
import { KnownForAWhile } from './known-for-a-while.js';

describe('an answer that holds for a while', () => {
  let now = 0;
  let calls = 0;
  const read = () => Promise.resolve(`answer ${(calls += 1)}`);
  const knownAt = (at: number) => {
    now = at;
    calls = 0;
    return new KnownForAWhile<string>(() => now);
  };

  it('is read once for all who ask meanwhile, and again afterwards', async () => {
    const known = knownAt(1_000);
    const both = await Promise.all([known.read('deals', read, 60_000), known.read('deals', read, 60_000)]);
    expect(both).toEqual(['answer 1', 'answer 1']);
    now += 59_999;
    expect(await known.read('deals', read, 60_000)).toBe('answer 1');
    now += 1;
    expect(await known.read('deals', read, 60_000)).toBe('answer 2');
  });

  it('is another one for each key', async () => {
    const known = knownAt(1_000);
    expect(await known.read('deals', read, 60_000)).toBe('answer 1');
    expect(await known.read('companies', read, 60_000)).toBe('answer 2');
  });

  it('is read again by whoever wants it fresh, and known to the others from then on', async () => {
    const known = knownAt(1_000);
    await known.read('deals', read, 60_000);
    expect(await known.read('deals', read, 0)).toBe('answer 2');
    expect(await known.read('deals', read, 60_000)).toBe('answer 2');
  });

  it('is not kept when it was a failure', async () => {
    const known = knownAt(1_000);
    const fails = () => Promise.reject(new Error('away'));
    await expect(known.read('deals', fails, 60_000)).rejects.toThrow('away');
    expect(await known.read('deals', read, 60_000)).toBe('answer 1');
  });
});
