import { expect, it } from '@jest/globals';
import { problemsLeft } from './problems-left.js';

it('what is missing goes as soon as it is filled in, and the rest stays', () => {
  const problems = [{ setting: 'pipeline' }, { setting: 'stages' }, { setting: null }];
  const stored = { pipeline: null, stages: {} };
  expect(problemsLeft(problems, stored, { ...stored })).toEqual(problems);
  expect(problemsLeft(problems, stored, { pipeline: 'default', stages: {} })).toEqual(problems.slice(1));
});
