const REPLACEMENT = '\uFFFD';

/** A text that PostgreSQL can keep: NUL and halves of characters, which remotes do send, become U+FFFD. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', REPLACEMENT);

/** JSON.stringify writes NUL and halves of characters as escapes; an escaped backslash is matched to pass over it. */
const ESCAPE = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;

/** Almost no text holds one of them, and looking is cheaper than replacing. */
const MAY_BE_UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** A value as the parameter of a jsonb column, with every text and key in it storable. */
export function jsonb(value: unknown): string {
  const json = JSON.stringify(value ?? null);
  if (!MAY_BE_UNSTORABLE.test(json)) return json;
  return json.replace(ESCAPE, (escape) => (escape.length > 2 ? REPLACEMENT : escape));
}
