import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { CarriedAlong } from './carried-along.js';

describe('what is carried along', () => {
  it('is found however deep, after each wait, and nowhere else', async () => {
    const lane = new CarriedAlong<string>();
    const deep = async (): Promise<string | undefined> => {
      await turn();
      return lane.value;
    };
    expect(await Promise.all([lane.with('a', deep), lane.with('b', deep), deep()])).toEqual(['a', 'b', undefined]);
  });

  it('stays beside what else is carried, and comes back when work inside it is over', async () => {
    const [lane, run] = [new CarriedAlong<string>(), new CarriedAlong<number>()];
    const seen = await lane.with('a', async () => {
      const inside = await run.with(1, () => lane.with('b', () => Promise.resolve([lane.value, run.value])));
      return [...inside, lane.value, run.value];
    });
    expect(seen).toEqual(['b', 1, 'a', undefined]);
  });
});
