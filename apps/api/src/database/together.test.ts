import { describe, expect, it } from '@jest/globals';
import { Together } from './together.js';

/** Writes are held back until they are let go. */
function heldBack() {
  const written: number[][] = [];
  const gates: (() => void)[] = [];
  const together = new Together<number, number>(async (items) => {
    written.push(items);
    await new Promise<void>((go) => gates.push(go));
    if (items.includes(13)) throw new Error('thirteen');
    return items.map((item) => item * 2);
  });
  return {
    written,
    together,
    letGo: () => {
      gates.splice(0).forEach((go) => {
        go();
      });
    },
  };
}

/** What was set going in this turn of the event loop is under way. */
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('writing together', () => {
  it('keeps nobody waiting for company', async () => {
    const { written, together, letGo } = heldBack();
    const answer = together.add(1);
    await settled();
    expect(written).toEqual([[1]]);
    letGo();
    expect(await answer).toBe(2);
  });

  it('takes what came meanwhile into one statement, and answers each with its own', async () => {
    const { written, together, letGo } = heldBack();
    const answers: Promise<number>[] = [];
    for (const items of [[1], [2, 3], [4, 5], [6]]) {
      answers.push(...items.map((item) => together.add(item)));
      await settled();
    }
    expect(written).toEqual([[1], [2, 3]]);
    letGo();
    await settled();
    expect(written.slice(2)).toEqual([[4, 5, 6]]);
    letGo();
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('tries each alone when one cannot be written', async () => {
    const { together, letGo } = heldBack();
    const answers = Promise.allSettled([1, 2, 3, 4, 5, 13, 7].map((item) => together.add(item)));
    for (let round = 0; round < 10; round++) {
      letGo();
      await settled();
    }
    const results = (await answers).map((answer) => (answer.status === 'fulfilled' ? answer.value : 'refused'));
    expect(results).toEqual([2, 4, 6, 8, 10, 'refused', 14]);
  });

  it('tries again what had to give way, a few times', async () => {
    let calls = 0;
    const givesWay = (times: number) =>
      new Together((items: number[]) => {
        calls += 1;
        return calls <= times
          ? Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }))
          : Promise.resolve(items);
      });
    expect(await givesWay(2).add(1)).toBe(1);
    calls = 0;
    await expect(givesWay(3).add(1)).rejects.toThrow('deadlock detected');
    expect(calls).toBe(3);
  });
});
