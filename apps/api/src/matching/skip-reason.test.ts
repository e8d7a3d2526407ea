import { describe, expect, it } from '@jest/globals';
import { skipReasonOf, type Candidate } from './skip-reason.js';

const fine: Candidate = { offer: 'template', enabled: true, dealId: '41', laterHandled: false, byHand: false };

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

  it('skips what is older than what was already handled: a late "sent" never follows "completed"', () => {
    expect(skipReasonOf({ ...fine, laterHandled: true })).toBe('superseded');
  });

  it('never calls a run that a person asked for superseded', () => {
    expect(skipReasonOf({ ...fine, laterHandled: true, byHand: true })).toBeUndefined();
  });

  it('skips a switched-off automation, whoever asks', () => {
    expect(skipReasonOf({ ...fine, enabled: false, byHand: true })).toBe('switched_off');
  });
});
