import { describe, expect, it } from '@jest/globals';
import { currentStep, type Progress } from './start-steps.js';

const nothing: Progress = { connectors: 2, connected: 0, templates: 0, switchedOn: 0, runs: 0, changes: 0 };

describe('the guide', () => {
  it.each([
    [{}, 'connect'],
    [{ connected: 1 }, 'connect'],
    [{ connected: 2 }, 'templates'],
    [{ connected: 2, templates: 4 }, 'switchOn'],
    [{ connected: 2, templates: 4, switchedOn: 1 }, 'play'],
    [{ connected: 2, templates: 4, switchedOn: 1, runs: 1 }, 'watch'],
    [{ connected: 2, templates: 4, switchedOn: 1, runs: 1, changes: 3 }, undefined],
  ])('with %j leads to %s', (known, step) => {
    expect(currentStep({ ...nothing, ...known })).toBe(step);
  });

  it('stays where it is while PandaDoc is paused and names no templates', () => {
    expect(currentStep({ ...nothing, connected: 2, switchedOn: 1, runs: 1 })).toBe('watch');
  });

  it('goes back to the accounts when one is lost', () => {
    expect(currentStep({ connectors: 2, connected: 1, templates: 4, switchedOn: 1, runs: 9, changes: 9 })).toBe(
      'connect',
    );
  });

  it('does not take a catalogue that is not loaded for one that is connected', () => {
    expect(currentStep({ ...nothing, connectors: 0 })).toBe('connect');
  });
});
