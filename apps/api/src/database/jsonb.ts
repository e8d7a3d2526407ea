const REPLACEMENT = '\uFFFD';

/** A text that PostgreSQL can keep: NUL and halves of characters, which remotes do send, become U+FFFD. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\u0000', REPLACEMENT);

/** JSON.stringify writes NUL and halves of characters as escapes; an escaped backslash is matched to pass over it. */
const ESCAPE = /\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g;

/** A value as the parameter of a jsonb column, with every text and key in it storable. */
export const jsonb = (value: unknown): string =>
  JSON.stringify(value ?? null).replace(ESCAPE, (escape) => (escape.length > 2 ? REPLACEMENT : escape));
