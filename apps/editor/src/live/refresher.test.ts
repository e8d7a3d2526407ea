import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { LiveChanges } from '../api/generated/types.gen.js';
import { isTouched } from './is-touched.js';
import { Refresher } from './refresher.js';

const nothing: LiveChanges = { runs: [], events: [], connections: [], deeds: [], more: false };
const ofRun = (id: string): LiveChanges => ({ ...nothing, runs: [{ id, status: 'succeeded' }] });

describe('what is touched', () => {
  it('by a run are lists of runs, the ledger and that run alone', () => {
    expect(isTouched(['runs', 'latest', {}], ofRun('a'))).toBe(true);
    expect(isTouched(['ledger', 'recent'], ofRun('a'))).toBe(true);
    expect(isTouched(['runs', 'one', 'a'], ofRun('a'))).toBe(true);
    expect(isTouched(['runs', 'one', 'b'], ofRun('a'))).toBe(false);
    expect(isTouched(['connections'], ofRun('a'))).toBe(false);
  });

  it('by deeds are automations and the list of recipes, and never a recipe that may be under edit', () => {
    const published = { ...nothing, deeds: [{ action: 'recipe.published', subject: 'attach-pdf' }] };
    expect(isTouched(['automations'], published)).toBe(true);
    expect(isTouched(['recipes'], published)).toBe(true);
    expect(isTouched(['recipes', 'attach-pdf'], 'anything')).toBe(false);
  });

  it('are never the pages that a person has read, nor a preview', () => {
    expect(isTouched(['runs', 'pages', {}], 'anything')).toBe(false);
    expect(isTouched(['runs', 'retry-preview', 'a', 'resume'], 'anything')).toBe(false);
  });

  it('is everything live when more changed than was named', () => {
    expect(isTouched(['runs', 'one', 'b'], { ...nothing, more: true })).toBe(true);
    expect(isTouched(['connectors'], { ...nothing, more: true })).toBe(false);
  });
});

describe('reading again', () => {
  it('waits for the round before, and sees what came meanwhile', async () => {
    const queryClient = new QueryClient();
    let asked = 0;
    let answer: () => void = () => undefined;
    const observer = new QueryObserver(queryClient, {
      queryKey: ['runs', 'latest'],
      queryFn: () => {
        asked += 1;
        return asked === 2 ? new Promise<number>((resolve) => (answer = () => { resolve(2); })) : Promise.resolve(asked); // prettier-ignore
      },
    });
    const stop = observer.subscribe(() => undefined);
    await queryClient.query({ queryKey: ['runs', 'latest'], staleTime: 'static' });
    const refresher = new Refresher(queryClient, 0);
    refresher.take(ofRun('a'));
    refresher.take(ofRun('b'));
    refresher.take(ofRun('c'));
    expect(asked).toBe(2);
    const third = new Promise<void>((resolve) => {
      observer.subscribe(({ data }) => {
        if (data === 3) resolve();
      });
    });
    answer();
    await third;
    expect(asked).toBe(3);
    refresher.stop();
    stop();
    queryClient.clear();
  });
});
