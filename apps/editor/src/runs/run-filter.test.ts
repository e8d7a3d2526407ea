import { describe, expect, it } from '@jest/globals';
import { readRunFilter, toRunQuery } from './run-filter.js';

describe('the filter in the address', () => {
  it('is read as it was written', () => {
    const filter = {
      status: 'failed',
      recipe: 'attach-pdf',
      deal: '1007',
      from: '2026-11-01',
      to: '2026-11-30',
    } as const;
    expect(readRunFilter(filter)).toEqual(filter);
  });

  it('can name a group of failures and a text to look for', () => {
    const filter = { group: '0d4ee66b759a39d9', text: 'Acme 100%' };
    expect(readRunFilter(filter)).toEqual(filter);
  });

  it('takes an id for text, though an address would read it as a number', () => {
    expect(readRunFilter({ deal: 1007 })).toEqual({ deal: '1007' });
  });

  it.each([
    { status: 'broken' },
    { deal: '  ' },
    { from: 'yesterday' },
    { to: '2026-13-45' },
    { recipe: ['a'] },
    { x: 1 },
    { group: 'the first' },
  ])('leaves out what makes no sense: %j', (search) => {
    expect(readRunFilter(search)).toEqual({});
  });

  it('asks for instants, and says nothing of the clock they come from', () => {
    const now = Date.now();
    const { from, ...same } = toRunQuery({ recipe: 'attach-pdf', last: 'hour' });
    expect(same).toEqual({ recipe: 'attach-pdf' });
    expect(now - Date.parse(from ?? '')).toBeLessThanOrEqual(62 * 60 * 1000);
  });
});
