import type { Json } from '@tandem/recipes';

/** A text that PostgreSQL can keep: NUL and lone surrogates become the replacement character. */
const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

/** The same for every text and key inside a JSON value. */
export function storable(value: Json): Json {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner)]));
}

/** What may not be stored can only come into JSON by such an escape; almost no text holds one. */
const MAY_BE_UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** Reads JSON into a storable value. Throws SyntaxError. */
export function parseStorable(text: string): Json {
  const value = JSON.parse(text) as Json; // JSON.parse gives JSON by definition
  return MAY_BE_UNSTORABLE.test(text) ? storable(value) : value;
}
