import { describe, expect, it } from '@jest/globals';
import type { RunSummary } from '../api/generated/types.gen.js';
import { mergeRuns } from './merge-runs.js';

// Only what merging looks at.
const run = (id: string, status: RunSummary['status'] = 'succeeded') => ({ id, status }) as RunSummary;
const ids = (runs: readonly RunSummary[]) => runs.map(({ id }) => id);

describe('the list of runs', () => {
  it('brings a row up to date where it stands', () => {
    const { rows, newcomers } = mergeRuns([run('2', 'running'), run('1')], [run('2', 'failed'), run('1')]);
    expect(rows.map(({ id, status }) => [id, status])).toEqual([
      ['2', 'failed'],
      ['1', 'succeeded'],
    ]);
    expect(newcomers).toEqual([]);
  });

  it('keeps new runs aside, so that no row moves', () => {
    const { rows, newcomers } = mergeRuns([run('2'), run('1')], [run('4'), run('3'), run('2'), run('1')]);
    expect([ids(rows), ids(newcomers)]).toEqual([
      ['2', '1'],
      ['4', '3'],
    ]);
  });

  it('keeps rows that no longer are on the newest page', () => {
    expect(ids(mergeRuns([run('3'), run('2'), run('1')], [run('4'), run('3')]).rows)).toEqual(['3', '2', '1']);
  });

  it('says when more came than one page holds, since it does not know what lies between', () => {
    expect(mergeRuns([run('1')], [run('9'), run('8')]).hasGap).toBe(true);
    expect(mergeRuns([run('1')], [run('2'), run('1')]).hasGap).toBe(false);
    expect(mergeRuns([], [run('2')]).hasGap).toBe(false);
  });

  it('takes for new what belongs further down, because its event had to wait for its lane', () => {
    const { newcomers } = mergeRuns([run('4'), run('2')], [run('4'), run('3'), run('2'), run('1')]);
    expect(ids(newcomers)).toEqual(['3']);
  });

  it('takes no run for new that fell out of the filter', () => {
    expect(mergeRuns([run('2'), run('1')], [run('1')])).toMatchObject({ newcomers: [], hasGap: false });
  });
});
