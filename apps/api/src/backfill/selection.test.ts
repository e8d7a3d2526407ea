import { describe, expect, it } from '@jest/globals';
import { searchesOf } from './selection.js';

const any = { template_ids: [], statuses: ['document.completed'], changed_from: null, changed_to: null };

describe('the searches of a selection', () => {
  it('are one per status when any template will do', () => {
    const statuses = ['document.sent', 'document.completed', 'document.sent'];
    expect(searchesOf({ ...any, statuses })).toEqual([{ status: 'document.sent' }, { status: 'document.completed' }]);
  });

  it('are one per status and template', () => {
    expect(searchesOf({ ...any, template_ids: ['a', 'b'] })).toEqual([
      { status: 'document.completed', templateId: 'a' },
      { status: 'document.completed', templateId: 'b' },
    ]);
  });

  it('carry the period', () => {
    const period = { changed_from: '2026-01-01T00:00:00Z', changed_to: '2026-02-01T00:00:00Z' };
    expect(searchesOf({ ...any, ...period })).toEqual([
      { status: 'document.completed', changedFrom: period.changed_from, changedTo: period.changed_to },
    ]);
  });
});
