import { expect, it } from '@jest/globals';
import { sampleTemplate } from './sample-template.js';

const off = { enabled: false, from: 'nothing' } as const;
const own = { enabled: true, from: 'template' } as const;
const byDefault = { enabled: true, from: 'default' } as const;
const template = (id: string, ...automations: (typeof off | typeof own | typeof byDefault)[]) => ({
  ...{ id, name: id },
  automations,
});

it.each([
  [
    'the template that something is switched on for',
    [template('nda', byDefault), template('offer', off, own)],
    'offer',
  ],
  ['any template that a default reaches', [template('nda', off), template('offer', byDefault)], 'offer'],
  ['nothing while nothing is on', [template('nda', off)], undefined],
])('a sample is made of %s', (_what, templates, id) => {
  expect(sampleTemplate(templates)?.id).toBe(id);
});
