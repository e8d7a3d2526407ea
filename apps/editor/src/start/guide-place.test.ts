import { describe, expect, it } from '@jest/globals';
import { isGuided } from './guide-place.js';

const nothing = { connectors: 2, connected: 0, templates: 0, switchedOn: 0, runs: 0, changes: 0 };
const underWay = { ...nothing, connected: 2, templates: 4 };
const done = { ...underWay, switchedOn: 1, runs: 1, changes: 1 };

describe('the guide', () => {
  it.each([
    ['greets whoever has nothing yet', nothing, undefined, true],
    ['is the only thing to show while no account is connected, whatever was before', nothing, 'ended', true],
    ['leads on where something is left to do', underWay, undefined, true],
    ['keeps its last step for whoever was led there, also after a reload', done, 'begun', true],
    ['stays away once it was left, whatever is left to do', underWay, 'ended', false],
    ['stays away once it was finished', done, 'ended', false],
    ['does not bother whoever comes later', done, undefined, false],
  ] as const)('%s', (_what, progress, place, isShown) => {
    expect(isGuided(progress, place)).toBe(isShown);
  });
});
