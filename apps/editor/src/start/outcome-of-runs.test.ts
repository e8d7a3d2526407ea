import { expect, it } from '@jest/globals';
import { makeRun } from '../runs/testing/make-run.js';
import { outcomeOf } from './outcome-of-runs.js';

const [waiting, failed, succeeded] = [
  makeRun({ status: 'waiting' }),
  makeRun({ status: 'failed' }),
  makeRun({ status: 'succeeded' }),
];

it.each([
  ['a run that is not over yet, whatever failed before', [waiting, failed], { kind: 'working' }],
  ['a failure, with the run that failed last', [succeeded, failed], { kind: 'failed', run: failed }],
  ['that all was so already', [succeeded], { kind: 'unchanged' }],
])('the guide tells of %s', (_what, runs, outcome) => {
  expect(outcomeOf(runs)).toEqual(outcome);
});
