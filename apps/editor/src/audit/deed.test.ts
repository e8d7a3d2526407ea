import { describe, expect, it } from '@jest/globals';
import { readAuditFilter } from './audit-filter.js';
import { bareName, differences, subjectOf, tellingDifferences } from './deed.js';

describe('An entry of the audit log', () => {
  it('leads to what it is about', () => {
    expect(subjectOf('recipe attach-pdf, template 8Hk2')).toEqual({ recipe: 'attach-pdf', template: '8Hk2' });
    expect(subjectOf('recipe attach-pdf, all templates')).toEqual({ recipe: 'attach-pdf' });
    expect(subjectOf('connection hubspot')).toEqual({ connector: 'hubspot' });
    expect(subjectOf('backfill 01a2-b')).toEqual({ backfill: '01a2-b' });
    expect(subjectOf('something else')).toEqual({});
  });

  it('tells what differs and nothing else', () => {
    const before = { enabled: false, settings: { stage: 'a', statuses: ['x'], same: 1 } };
    const after = { enabled: true, settings: { stage: 'b', statuses: ['x', 'y'], same: 1 } };
    expect(differences(before, after)).toEqual([
      { path: ['enabled'], before: false, after: true },
      { path: ['settings', 'stage'], before: 'a', after: 'b' },
      { path: ['settings', 'statuses'], before: ['x'], after: ['x', 'y'] },
    ]);
  });

  it('does not tell again what the name of the deed says, nor what a new thing was made without', () => {
    const entry = { id: '1', at: '2026-11-26T10:00:00.000Z', subject: 'backfill 1' };
    const [ready, running] = [{ status: 'ready' }, { status: 'running' }];
    expect(tellingDifferences({ ...entry, action: 'backfill.started', before: ready, after: running })).toEqual([]);
    const after = { recipes: ['attach-pdf'], selection: { template_ids: [], changed_from: null } };
    expect(tellingDifferences({ ...entry, action: 'backfill.created', before: null, after })).toEqual([
      { path: ['recipes'], before: null, after: ['attach-pdf'] },
    ]);
  });

  it('says statuses by their bare names', () => {
    expect(bareName('document.waiting_approval')).toBe('waiting approval');
    expect(bareName('closed_won')).toBe('closed_won');
  });

  it('tells all of it where there was nothing before', () => {
    expect(differences(null, { name: 'HubSpot', account: null })).toEqual([
      { path: ['name'], before: null, after: 'HubSpot' },
    ]);
    expect(differences(1, 2)).toEqual([{ path: [], before: 1, after: 2 }]);
  });
});

describe('The filter in the address', () => {
  it('is read, and nonsense left out', () => {
    expect(readAuditFilter({ about: 'recipe', from: '2026-03-01', to: 'soon' })).toEqual({
      about: 'recipe',
      from: '2026-03-01',
    });
    expect(readAuditFilter({ about: 'weather' })).toEqual({});
  });
});
