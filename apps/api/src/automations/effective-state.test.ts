import { describe, expect, it } from '@jest/globals';
import { effectiveState, type Choice } from './effective-state.js';

const standard: Choice = { id: 'd', templateId: null, enabled: true, settings: { stage: 'won' } };
const own: Choice = { id: 't', templateId: 'T1', enabled: false, settings: { stage: 'lost' } };

describe('what holds for a template', () => {
  it("is the template's own choice, even when that is off and the default is on", () => {
    expect(effectiveState([standard, own], 'T1')).toMatchObject({
      from: 'template',
      enabled: false,
      automationId: 't',
    });
  });

  it('is the default where the template has no choice of its own, settings included', () => {
    expect(effectiveState([own, standard], 'T2')).toEqual({
      from: 'default',
      enabled: true,
      settings: { stage: 'won' },
      automationId: 'd',
    });
  });

  it('is off where nobody chose', () => {
    expect(effectiveState([own], 'T2')).toEqual({ from: 'nothing', enabled: false, settings: {}, automationId: null });
  });

  it('is the default itself when no template is asked for', () => {
    expect(effectiveState([own, standard], null).from).toBe('default');
    expect(effectiveState([own], null).from).toBe('nothing');
  });
});
