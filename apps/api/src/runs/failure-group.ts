import { createHash } from 'node:crypto';
import type { StepError } from './step-error.js';

/** What decides which group a failure belongs to. */
export interface GroupedFailure {
  /** Id of the recipe. */
  recipe: string;
  error: Pick<StepError, 'class'> & {
    message: string;
    problems: readonly { subject: string; message: string }[];
    path: string;
  };
}

const MAX_LENGTH = 300;
const PROBLEMS_COMPARED = 5;

/**
 * The fingerprint that failures with one cause have in common: recipe, step, class of error and what was said, without
 * the ids and numbers that differ from run to run. 16 hexadecimal digits; the same in every process and version.
 */
export function failureGroup({ recipe, error }: GroupedFailure): string {
  const problems = error.problems.map(({ subject, message }) => [withoutIds(subject), withoutIds(message)].join(': '));
  const compared = [...new Set(problems)].sort().slice(0, PROBLEMS_COMPARED);
  const parts = [recipe, withoutRounds(error.path), error.class, withoutIds(error.message), ...compared];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The step, whichever round of a loop it was in: `each[3].update` and `each[4].update` are one. */
const withoutRounds = (path: string): string => path.replaceAll(/\[\d+\]/g, '[]');

/**
 * A message without what is peculiar to one run: addresses, e-mails, ids, dates and numbers become `…`.
 * Names in words stay, since a missing “amount” and a missing “currency” are put right in different places.
 */
export function withoutIds(message: string): string {
  return message
    .slice(0, 4 * MAX_LENGTH)
    .replaceAll(WORD, (word) => (/\p{N}|@|:\/\//u.test(word) ? `…${/[.,:;!?]*$/.exec(word)?.[0] ?? ''}` : word))
    .replaceAll(/…(?:[\s,]+…)+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
}

/** What stands between white space, quotation marks and brackets. */
const WORD = /[^\s"“”«»<>()[\]{}]+/g;
