import type { SettingValues } from '../settings/settings-form.js';
import type { Problem } from './readiness.js';

/** What is missing still: a setting that is being filled in anew is looked at again when it is saved. */
export const problemsLeft = <T extends Pick<Problem, 'setting'>>(
  problems: readonly T[],
  stored: SettingValues,
  filledIn: SettingValues,
): T[] =>
  problems.filter(
    ({ setting }) => setting === null || JSON.stringify(stored[setting]) === JSON.stringify(filledIn[setting]),
  );
