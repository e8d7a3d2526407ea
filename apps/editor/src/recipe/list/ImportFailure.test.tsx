import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Failure } from '../../api/failure.js';
import { show } from '../../testing/show.js';
import { ImportFailure } from './ImportFailure.js';

const issue = (pointer: string, message: string) => ({ in: 'body' as const, pointer, message });

it('names each problem of the file with its place', async () => {
  const issues = [issue('/steps/0', '"id" is missing'), issue('', '"trigger" is missing')];
  await show(<ImportFailure error={new Failure('refused', 'Look at `issues`', 422, issues)} />);
  expect(screen.getByText('The file has 2 problems:')).toBeVisible();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '/steps/0 "id" is missing',
    '"trigger" is missing',
  ]);
});

it('names the first of very many', async () => {
  const issues = Array.from({ length: 30 }, (_none, index) => issue(`/steps/${index}`, '"id" is missing'));
  await show(<ImportFailure error={new Failure('refused', '', 422, issues)} />);
  expect(screen.getAllByRole('listitem')).toHaveLength(8);
  expect(screen.getByText('and 22 more.')).toBeVisible();
});

it('says what happened where the file was not even read', async () => {
  await show(<ImportFailure error={new Failure('refused', 'This file is not an exported recipe.')} />);
  expect(screen.getByText('This file is not an exported recipe.')).toBeVisible();
});
