import type { z } from 'zod';
import { described, kindOf } from '../expressions/coerce.js';
import type { Json } from '../json.js';
import { pointerTo } from '../pointer.js';
import { number, type Said, said, verbatim } from '../said.js';
import { Recipe } from '../schema/recipe.js';
import { PickListSource, Setting } from '../schema/setting.js';
import { Step, Wait } from '../schema/step.js';
import { type Issue, Issues } from './issue.js';
import { nearest } from './nearest.js';

/** Either the recipe as the schema reads it, or what keeps it from being one. The input is JSON (see checkSize). */
export function checkStructure(input: unknown): { recipe: Recipe } | { issues: Issue[] } {
  const parsed = Recipe.safeParse(input);
  if (parsed.success) return { recipe: parsed.data };
  const issues = new Issues();
  for (const issue of parsed.error.issues) report(issue, input, issues);
  return { issues: issues.found };
}

function report(issue: z.core.$ZodIssue, input: unknown, issues: Issues): void {
  const pointer = pointerTo('', ...issue.path);
  const value = valueAt(input, issue.path);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      issues.error(pointerTo(pointer, key), said`"${key}" is not known here`, nearest(key, keysFor(value)));
    }
  } else if (issue.code === 'invalid_union') {
    choice(value, issue.discriminator === undefined ? [] : variantsFor(issue.path), pointer, issues);
  } else if (issue.code === 'invalid_value') choice(value, issue.values.map(String), pointer, issues);
  else if (value === undefined) missing(issue.path, issues);
  else issues.error(pointer, sentence(issue, value));
}

function choice(value: Json | undefined, allowed: string[], pointer: string, issues: Issues): void {
  const names = allowed.map((each) => `"${each}"`).join(' or ');
  const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
  if (value === undefined) issues.error(pointer, names ? said`This is missing; it is ${names}` : said`This is missing`);
  else
    issues.error(
      pointer,
      names
        ? said`${capital(described(value))} is not possible here; it must be ${names}`
        : said`${capital(described(value))} is not possible here`,
      meant,
    );
}

function missing(path: PropertyKey[], issues: Issues): void {
  const key = String(path.at(-1) ?? 'recipe');
  issues.error(pointerTo('', ...path.slice(0, -1)), said`"${key}" is missing`, key);
}

function sentence(issue: z.core.$ZodIssue, value: Json): Said {
  if (issue.code === 'invalid_type')
    return said`This must be ${TYPE_WORDS[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
  if (issue.code === 'too_small' && issue.minimum === 1) return said`This must not be empty`;
  if (issue.code === 'too_small') return said`This needs at least ${counted(issue.minimum, issue.origin)}`;
  if (issue.code === 'too_big') return said`This takes at most ${counted(issue.maximum, issue.origin)}`;
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid')) return formatSentence(value);
  return verbatim(issue.message); // our own, or zod's where a recipe can hardly be wrong
}

const formatSentence = (value: Json): Said =>
  said`${capital(described(value))} does not have the form of a key: lower case letters and digits, starting with a letter`;

const TYPE_WORDS: Record<string, Said> = {
  string: said`text`,
  number: said`a number`,
  boolean: said`true or false`,
  array: said`a list`,
  object: said`an object`,
  record: said`an object`,
};

function counted(count: number | bigint, of: string): Said {
  if (of === 'string') return said`${number(count)} characters`;
  return of === 'array' ? said`${number(count)} entries` : verbatim(String(count));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function valueAt(input: unknown, path: PropertyKey[]): Json | undefined {
  let value = input as Json | undefined; // checkSize has made sure that it is JSON
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, Json>)[key]; // an own key of a list or object
  }
  return value;
}

/** The values of `kind` or `type` that are possible at a place. */
function variantsFor(path: PropertyKey[]): string[] {
  if (path[0] === 'trigger') return ['event', 'call'];
  if (path[0] === 'settings') return Setting.options.map(({ shape }) => shape.type.value);
  return path.at(-2) === 'for' ? ['seconds', 'until', 'event'] : Step.options.map(({ shape }) => shape.kind.value);
}

/** The keys that an object may have, told by its own `kind` or `type` where it has one. */
function keysFor(value: Json | undefined): string[] {
  const holder = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const variants = [...Step.options, ...Setting.options, ...Recipe.shape.trigger.options, ...Wait.shape.for.options];
  const shape = variants
    .map((variant): Record<string, unknown> => variant.shape)
    .find((each) => isVariant(each, holder));
  if (shape) return Object.keys(shape);
  return 'steps' in holder && 'format' in holder
    ? Object.keys(Recipe.shape)
    : [
        ...Object.keys(Recipe.shape),
        ...Object.keys(PickListSource.shape),
        'title',
        'when',
        'steps',
        'type',
        'required',
      ];
}

function isVariant(shape: Record<string, unknown>, holder: Record<string, Json>): boolean {
  const name = Object.hasOwn(holder, 'kind') ? 'kind' : 'type';
  const discriminator = shape[name] as { value?: unknown } | undefined; // a literal in every variant
  return discriminator?.value !== undefined && discriminator.value === holder[name];
}
