import { describe, expect, it } from '@jest/globals';
import { urlForVersion } from './api-version.js';

describe('the version of the API in a URL', () => {
  it('leaves the paths of the SDK alone while we speak the numbered versions', () => {
    expect(urlForVersion('https://api.hubapi.com/crm/v3/objects/deals/1?a=b', 'numbered')).toBe(
      'https://api.hubapi.com/crm/v3/objects/deals/1?a=b',
    );
  });

  it.each([
    ['/crm/v3/objects/line_items/batch/create', '/crm/objects/2026-03/line_items/batch/create'],
    ['/crm/v4/objects/deals/1/associations/companies', '/crm/objects/2026-03/deals/1/associations/companies'],
    ['/crm/v4/associations/deals/notes/batch/read', '/crm/associations/2026-03/deals/notes/batch/read'],
    ['/crm/v3/pipelines/deals', '/crm/pipelines/2026-03/deals'],
    ['/crm/v3/properties/companies', '/crm/properties/2026-03/companies'],
    ['/crm/v3/owners/?limit=100', '/crm/owners/2026-03?limit=100'],
    ['/files/v3/files', '/files/2026-03/files'],
    ['/account-info/v3/details', '/account-info/2026-03/details'],
  ])('sends %s to %s under the dated version', (numbered, dated) => {
    expect(urlForVersion(`http://localhost:1/prefix${numbered}`, '2026-03')).toBe(`http://localhost:1/prefix${dated}`);
  });

  it('leaves a path alone that has no dated form', () => {
    expect(urlForVersion('http://localhost:1/tax-rates/v1/tax-rates', '2026-03')).toBe(
      'http://localhost:1/tax-rates/v1/tax-rates',
    );
  });
});
