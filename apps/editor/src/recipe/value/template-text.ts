import type { Json } from '@tandem/recipes';

const PILL = /\{\{\s*([A-Za-z0-9_][A-Za-z0-9_.-]*)\s*\}\}/g;

/**
 * Text with pills in it, as people type it: "Hello {{steps.deal.name}}". Undefined for values that are more than text
 * and pills, and for text that holds braces of its own: those are shown as a formula.
 */
export function toTemplate(value: Json): string | undefined {
  const text = partsOf(value)?.map(partText).join('');
  return text !== undefined && JSON.stringify(fromTemplate(text)) === JSON.stringify(value) ? text : undefined;
}

/** The way back: text alone is a literal, a pill alone keeps its type, and a mixture becomes `cat`. */
export function fromTemplate(text: string): Json {
  const parts = splitAtPills(text).map(({ text: part, isPill }): Json => (isPill ? { var: pathIn(part) } : part));
  const [first] = parts;
  if (first === undefined) return '';
  return parts.length === 1 ? first : { cat: parts };
}

/** Text as it is typed, cut where pills begin and end. */
export function splitAtPills(text: string): { text: string; isPill: boolean }[] {
  const parts: { text: string; isPill: boolean }[] = [];
  let end = 0;
  for (const { index, 0: pill } of text.matchAll(PILL)) {
    if (index > end) parts.push({ text: text.slice(end, index), isPill: false });
    parts.push({ text: pill, isPill: true });
    end = index + pill.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isPill: false });
  return parts;
}

function partsOf(value: Json): Json[] | undefined {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [key, inner] = entries[0] ?? [];
  if (entries.length !== 1) return undefined;
  if (key === 'var') return [value];
  const isText =
    key === 'cat' &&
    Array.isArray(inner) &&
    inner.every((part) => typeof part === 'string' || pillIn(part) !== undefined);
  return isText ? inner : undefined;
}

const pathIn = (pill: string): string => pill.slice(2, -2).trim();

const partText = (part: Json): string => (typeof part === 'string' ? part : `{{${pillIn(part) ?? ''}}}`);

/** The path of a value that is one pill and nothing else. */
export function pillIn(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value).length === 1 && typeof value.var === 'string' ? value.var : undefined;
}

/** Text with its pills named, to be read: "Worth ‹amount›". Undefined for values that are more than text and pills. */
export const spokenText = (value: Json | undefined, nameOf: (key: string) => string): string | undefined =>
  value === undefined
    ? undefined
    : toTemplate(value)?.replace(PILL, (_all, path: string) => `‹${nameOf(lastOf(path))}›`);

/** The last key of a path: "steps.deal.close_date" → "close_date". */
export const lastOf = (path: string): string => path.split('.').at(-1) ?? path;
