import type { Issue } from '@tandem/recipes';

/**
 * The validator reports a missing member where it should be held, with its name as the suggestion. In a form the
 * problem belongs to the empty field.
 */
export function atField(issue: Issue): Issue {
  const { suggestion, ...rest } = issue;
  if (suggestion === undefined || issue.message !== `"${suggestion}" is missing`) return issue;
  return { ...rest, pointer: `${issue.pointer}/${suggestion.replaceAll('~', '~0').replaceAll('/', '~1')}` };
}
