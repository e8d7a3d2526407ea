import { number, type Said, said, verbatim } from '@tandem/recipes';
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
        message: said`This is not known here. Remove it, or correct its name.`,
      }));
    return [{ in: part, pointer: jsonPointer(issue.path), message: sentenceOf(issue) }];
  });
}

/** RFC 6901: `~` and `/` inside a key are written ~0 and ~1. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const kinds: Record<string, Said> = {
  string: said`text`,
  number: said`a number`,
  int: said`a whole number`,
  boolean: said`true or false`,
  object: said`an object`,
  record: said`an object`,
  array: said`a list`,
  null: verbatim('null'),
};

const named = (kind: string): Said => kinds[kind] ?? verbatim(kind);

/** What is wrong with one value, for people. */
export function sentenceOf(issue: ZodIssue): Said {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'invalid_value':
      return said`Must be ${issue.values.map((value) => (JSON.stringify(value) as string | undefined) ?? String(value)).join(' or ')}.`;
    case 'too_small':
      return atLeast(issue.origin, issue.minimum);
    case 'too_big':
      return atMost(issue.origin, issue.maximum);
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? said`Is not a valid ${issue.format}.` : fullStop(issue.message);
    case 'invalid_union':
      return said`Fits none of the forms that are possible here.`;
    case 'not_multiple_of':
      return said`Must be a multiple of ${number(issue.divisor)}.`;
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return fullStop(issue.message);
  }
}

function wrongType(issue: z.core.$ZodIssueInvalidType): Said {
  const found = kindOf(issue);
  return found === undefined
    ? said`Is missing; must be ${named(issue.expected)}.`
    : said`Must be ${named(issue.expected)}, is ${named(found)}.`;
}

/** undefined: there is nothing. zod leaves the input out of finished issues; its own words then still say what came. */
function kindOf({ input, message }: z.core.$ZodIssueInvalidType): string | undefined {
  if (input === null) return 'null';
  if (input !== undefined) return Array.isArray(input) ? 'array' : typeof input;
  const received = /received (\w+)/.exec(message)?.[1];
  return received === 'undefined' ? undefined : received;
}

function atLeast(origin: string, bound: number | bigint): Said {
  if (origin === 'string') return said`Must have at least ${number(bound)} characters.`;
  if (origin === 'array' || origin === 'set') return said`Must have at least ${number(bound)} entries.`;
  return origin === 'object'
    ? said`Must have at least ${number(bound)} keys.`
    : said`Must be at least ${number(bound)}.`;
}

function atMost(origin: string, bound: number | bigint): Said {
  if (origin === 'string') return said`Must have at most ${number(bound)} characters.`;
  if (origin === 'array' || origin === 'set') return said`Must have at most ${number(bound)} entries.`;
  return origin === 'object' ? said`Must have at most ${number(bound)} keys.` : said`Must be at most ${number(bound)}.`;
}

/** Our own words, given to zod with the schema. */
const fullStop = (text: string): Said => verbatim(/[.!?]$/.test(text) ? text : `${text}.`);
