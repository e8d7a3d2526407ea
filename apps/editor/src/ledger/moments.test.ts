import { describe, expect, it } from '@jest/globals';
import type { Effect, EventSummary, RunSummary } from '../api/generated/types.gen.js';
import { toMoments, type ReadHistory } from './moments.js';

// Only what the timeline looks at.
const event = (id: string, received_at: string) => ({ id, received_at }) as EventSummary;
const run = (id: string, event_id: string, created_at: string) => ({ id, event_id, created_at }) as RunSummary;
const effect = (run_id: string, planned_at: string) => ({ id: `of ${run_id}`, run_id, planned_at }) as Effect;
const all = <T>(...items: T[]) => ({ items, hasMore: false });
const history = (change: Partial<ReadHistory>): ReadHistory => ({
  events: all(),
  runs: all(),
  effects: all(),
  ...change,
});

describe('the history of a deal', () => {
  it('tells each event with the runs that it started, in the order in which they ran, and what they changed', () => {
    const [moment] = toMoments(
      history({
        events: all(event('e', '10:00')),
        runs: all(run('second', 'e', '10:02'), run('first', 'e', '10:01')),
        effects: all(effect('first', '10:01')),
      }),
    );
    expect(moment?.runs.map(({ run, effects }) => [run.id, effects.length])).toEqual([
      ['first', 1],
      ['second', 0],
    ]);
  });

  it('is told newest first, a run of an unknown event at the moment when it was made', () => {
    const moments = toMoments(
      history({ events: all(event('new', '12:00'), event('old', '08:00')), runs: all(run('alone', 'gone', '10:00')) }),
    );
    expect(moments.map(({ key }) => key)).toEqual(['new', 'alone', 'old']);
  });

  it('goes back no further than all lists were read, so that no run seems to have changed nothing', () => {
    const moments = toMoments(
      history({
        events: all(event('new', '12:00'), event('old', '08:00')),
        effects: { items: [effect('x', '11:00')], hasMore: true },
      }),
    );
    expect(moments.map(({ key }) => key)).toEqual(['new']);
  });
});
