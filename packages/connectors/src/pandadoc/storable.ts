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
