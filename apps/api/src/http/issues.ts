import type { z } from 'zod';
import type { Issue } from './problem.js';

type ZodIssue = z.core.$ZodIssue;

/** Issues of one part of a request, in plain sentences. An unknown key gets an issue of its own. */
export function issuesOf(part: Issue['in'], issues: readonly ZodIssue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        in: part,
        pointer: jsonPointer([...issue.path, key]),
        message: 'This is not known here. Remove it, or correct its name.',
      }));
    return [{ in: part, pointer: jsonPointer(issue.path), message: sentenceOf(issue) }];
  });
}

/** RFC 6901: `~` and `/` inside a key are written ~0 and ~1. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
  undefined: 'missing',
};

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return kinds[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
};

const named = (kind: string): string => kinds[kind] ?? kind;

function sentenceOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'invalid_value':
      return `Must be ${issue.values.map((value) => (JSON.stringify(value) as string | undefined) ?? String(value)).join(' or ')}.`;
    case 'too_small':
      return size(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return size(issue.origin, 'at most', issue.maximum);
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? `Is not a valid ${issue.format}.` : fullStop(issue.message);
    case 'invalid_union':
      return 'Fits none of the forms that are possible here.';
    case 'not_multiple_of':
      return `Must be a multiple of ${String(issue.divisor)}.`;
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return fullStop(issue.message);
  }
}

function wrongType(issue: z.core.$ZodIssueInvalidType): string {
  const found = kindOf(issue.input);
  // zod leaves the input out of finished issues; its own words then still say what came.
  const said = issue.input === undefined ? /received (\w+)/.exec(issue.message)?.[1] : undefined;
  const is = said === undefined ? found : said === 'undefined' ? 'missing' : named(said);
  return is === 'missing'
    ? `Is missing; must be ${named(issue.expected)}.`
    : `Must be ${named(issue.expected)}, is ${is}.`;
}

function size(origin: string, relation: string, bound: number | bigint): string {
  const units: Record<string, string> = { string: ' characters', array: ' entries', set: ' entries', object: ' keys' };
  return `Must ${units[origin] === undefined ? 'be' : 'have'} ${relation} ${String(bound)}${units[origin] ?? ''}.`;
}

const fullStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
