import { expect, it } from '@jest/globals';
import { startsDeleting } from './deleting.js';
import type { Cell } from './matrix.js';

const cell = (enabled: boolean, deletes: boolean): Cell => ({
  ...{ recipe: 'items', templateId: 'T', enabled, from: 'own', choiceId: 'c' },
  settings: { add_and_delete: deletes },
});
const own = (enabled: boolean, deletes: boolean) =>
  ({ kind: 'own', enabled, settings: { add_and_delete: deletes } }) as const;

it('is seen when an automation that could not delete is switched on, or allowed to', () => {
  expect(startsDeleting(cell(false, true), own(true, true), cell(false, false))).toBe(true);
  expect(startsDeleting(cell(true, false), own(true, true), cell(false, false))).toBe(true);
});

it('is not seen when it could before, or cannot now', () => {
  expect(startsDeleting(cell(true, true), own(true, true), cell(false, false))).toBe(false);
  expect(startsDeleting(cell(false, false), own(true, false), cell(false, false))).toBe(false);
  expect(startsDeleting(cell(false, false), own(false, true), cell(false, false))).toBe(false);
});

it('is seen when a template takes over what may delete', () => {
  expect(startsDeleting(cell(false, false), { kind: 'inherit' }, cell(true, true))).toBe(true);
  expect(startsDeleting(cell(false, false), { kind: 'inherit' }, cell(false, true))).toBe(false);
});
