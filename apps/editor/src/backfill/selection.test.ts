import { describe, expect, it } from '@jest/globals';
import { lackingIn, lastMomentBefore, nothingChosen, toSelection } from './selection.js';

describe('the documents chosen for a backfill', () => {
  const whole = { ...nothingChosen, recipes: ['attach-pdf'] };

  it('need a recipe and a status', () => {
    expect(lackingIn(nothingChosen)).toEqual(['recipes']);
    expect(lackingIn({ ...whole, statuses: [] })).toEqual(['statuses']);
    expect(lackingIn(whole)).toEqual([]);
  });

  it('are of a period that does not end before it begins', () => {
    expect(lackingIn({ ...whole, from: '2026-03-02', to: '2026-03-01' })).toEqual(['period']);
    expect(lackingIn({ ...whole, from: '2026-03-02', to: '2026-03-02' })).toEqual([]);
  });

  it('are asked for with the last day in it', () => {
    const { changed_from: from, changed_to: to } = toSelection({ ...whole, from: '2026-03-02', to: '2026-03-02' });
    expect(Date.parse(to!) - Date.parse(from!)).toBe(24 * 3_600_000);
    expect(lastMomentBefore(to!).getDate()).toBe(2);
  });

  it('are of any time and template when nothing is said', () => {
    expect(toSelection(whole)).toEqual({
      template_ids: [],
      statuses: ['document.completed'],
      changed_from: null,
      changed_to: null,
    });
  });
});
