import { expect, it } from '@jest/globals';
import type { Preview } from '../../api/generated/types.gen.js';
import { brief, readFormula, tryOut } from './read-formula.js';
import { sampleScope } from './sample-scope.js';

const step = (path: string, output: Preview['steps'][number]['output']): Preview['steps'][number] => ({
  path,
  connector: 'hubspot',
  action: 'get_deal',
  input: {},
  output,
  plan: null,
  error: null,
});
const preview: Preview = {
  steps: [step('deal', { amount: '4800.00' }), step('each[0].row', { id: 1 }), step('note', null)],
  end: { kind: 'succeeded', message: null },
};

it('takes what each step gave in a preview, but not what it gave for one item of a loop, nor what a write would', () => {
  expect(sampleScope(undefined, preview)).toEqual({ steps: { deal: { amount: '4800.00' } } });
});

it('says what a formula comes to, and why it comes to nothing', () => {
  const scope = sampleScope(undefined, preview);
  expect(tryOut({ '>': [{ number: { var: 'steps.deal.amount' } }, 1000] }, scope)).toEqual({ result: true });
  expect(tryOut({ '/': [1, 0] }, scope)).toHaveProperty('problem');
});

it('takes JSON only once it is complete', () => {
  expect(readFormula('{"var": "a"}')).toEqual({ value: { var: 'a' } });
  expect(readFormula('{"var": ')).toHaveProperty('problem');
});

it('cuts long values short', () => {
  expect(brief('x'.repeat(500), 10)).toBe('xxxxxxxxx…');
});
