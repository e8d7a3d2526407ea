import { Failure } from './failure.js';

/** What is wrong with each field of a form. */
export interface FieldProblems {
  /** By the path below `prefix`, such as `stages/document.sent`; the first problem of each. */
  at: Readonly<Record<string, string>>;
  /** What points at no field, and so has to be said elsewhere. */
  others: readonly string[];
}

/** Sorts the issues of a refusal by field. @param prefix JSON pointer of the form within the body, such as `/settings` */
export function fieldProblems(error: Error | null, prefix: string): FieldProblems {
  if (!(error instanceof Failure)) return { at: {}, others: [] };
  const at: Record<string, string> = {};
  const others: string[] = [];
  for (const { in: part, pointer, message, suggestion } of error.issues) {
    const text = suggestion === undefined ? message : `${message} (${suggestion})`;
    if (part === 'body' && pointer.startsWith(`${prefix}/`)) at[unescaped(pointer.slice(prefix.length + 1))] ??= text;
    else others.push(text);
  }
  return { at, others };
}

const unescaped = (pointer: string): string => pointer.replaceAll('~1', '/').replaceAll('~0', '~');
