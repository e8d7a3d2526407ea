import { describe, expect, it } from '@jest/globals';
import { skipReasonOf, type Candidate } from './skip-reason.js';

const fine: Candidate = { offer: 'template', enabled: true, dealId: '41' };

describe('whether a matched run is skipped', () => {
  it('goes ahead for a linked document whose automation is on', () => {
    expect(skipReasonOf(fine)).toBeUndefined();
  });

  it('skips a document that is not linked to a deal', () => {
    expect(skipReasonOf({ ...fine, dealId: null })).toBe('not_linked');
  });

  it('asks no deal of a recipe that is not about documents', () => {
    expect(skipReasonOf({ ...fine, offer: 'everywhere', dealId: null })).toBeUndefined();
  });

  it('skips a switched-off automation', () => {
    expect(skipReasonOf({ ...fine, enabled: false })).toBe('switched_off');
  });
});
