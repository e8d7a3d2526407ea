import { describe, expect, it } from '@jest/globals';
import { Failure } from './failure.js';
import { patiently } from './patiently.js';
import { Reachability } from './reachability.js';

const noCode = new Error('Failed to fetch dynamically imported module');
const nobody = () => Promise.reject(new Failure('unreachable', ''));

describe('code of the editor', () => {
  it('is waited for while the server is away', async () => {
    const watch = new Reachability();
    let loads = 0;
    const loaded = patiently(() => (++loads === 1 ? Promise.reject(noCode) : Promise.resolve('page')), nobody, watch);
    await new Promise<void>((resolve) => {
      const stop = watch.subscribe(() => {
        stop();
        resolve();
      });
    });
    expect([watch.isAway(), loads]).toEqual([true, 1]);
    watch.answered();
    expect(await loaded).toBe('page');
  });

  it('is asked for once more when the server came back in between', async () => {
    let loads = 0;
    const load = () => (++loads === 1 ? Promise.reject(noCode) : Promise.resolve('page'));
    expect(await patiently(load, () => Promise.resolve('here'), new Reachability())).toBe('page');
  });

  it('is missed when the server answers and has none', async () => {
    const watch = new Reachability();
    await expect(patiently(() => Promise.reject(noCode), () => Promise.resolve('here'), watch)).rejects.toBe(noCode); // prettier-ignore
    expect(watch.isAway()).toBe(false);
  });
});
