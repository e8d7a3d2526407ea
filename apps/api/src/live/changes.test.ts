import { describe, expect, it } from '@jest/globals';
import { byKey, changesBetween, openRuns, type Mark } from './changes.js';

const run = (id: string, state = 'running', mark = ''): Mark => ({ kind: 'run', id, state, mark });
const between = (before: Mark[], after: Mark[], overran = false) =>
  changesBetween(byKey(before), byKey(after), overran);

describe('what changed between two looks', () => {
  it('is nothing when all stands as it did', () => {
    expect(between([run('a')], [run('a')])).toBeUndefined();
  });

  it('names what is new, what has another status, and what went on without one', () => {
    const before = [run('a'), run('b'), run('c', 'running', '1 step')];
    const after = [run('a'), run('b', 'succeeded'), run('c', 'running', '2 steps'), run('d', 'queued')];
    expect(between(before, after)?.runs).toEqual([
      { id: 'b', status: 'succeeded' },
      { id: 'c', status: 'running' },
      { id: 'd', status: 'queued' },
    ]);
  });

  it('leaves out what is no longer looked at', () => {
    expect(between([run('a'), run('b')], [run('b')])).toBeUndefined();
  });

  it('tells events, connections and deeds apart', () => {
    const after: Mark[] = [
      { kind: 'event', id: 'e', state: 'matched', mark: '' },
      { kind: 'connection', id: 'c', state: 'paused', mark: 'HubSpot' },
      { kind: 'deed', id: 'd', state: 'automation.switched', mark: 'attach-pdf' },
    ];
    expect(between([], after)).toEqual({
      runs: [],
      events: [{ id: 'e', status: 'matched' }],
      connections: [{ id: 'c', status: 'paused' }],
      deeds: [{ action: 'automation.switched', subject: 'attach-pdf' }],
      more: false,
    });
  });

  it('says that there is more instead of naming everything', () => {
    const many = Array.from({ length: 150 }, (_, index) => run(`r${index}`));
    const changes = between([], many);
    expect(changes?.runs).toHaveLength(100);
    expect(changes?.more).toBe(true);
    expect(between([], [run('a')], true)?.more).toBe(true);
  });
});

describe('the runs that are followed', () => {
  it('are those that have not ended, the newest first, and not without end', () => {
    const few = byKey([run('a', 'waiting'), run('b', 'succeeded'), run('c', 'queued')]);
    expect(openRuns(few)).toEqual(['c', 'a']);
    const many = byKey(Array.from({ length: 3_000 }, (_, index) => run(String(index).padStart(4, '0'))));
    expect(openRuns(many)).toHaveLength(300);
    expect(openRuns(many)[0]).toBe('2999');
  });
});
